package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.filling.MaterialsPage.Piece;
import org.gongkao.application.filling.SubmissionPage.Part;
import org.gongkao.shared.Line;

/** 查看填报内容。The whole file to read, whatever its state. */
record ReadingPage(Filler by, String number, List<Line> facts, List<Part> parts, List<Piece> pieces, boolean receipt) {}
