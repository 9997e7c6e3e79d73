package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.filling.SubmissionPage.Part;
import org.gongkao.shared.Line;

/** 申报表。What the printed form says: as it was handed in, with its number, its hash and places for signature and seals. */
record FormSheet(
        String title,
        String number,
        String hash,
        String at,
        String photo,
        List<Line> person,
        List<Part> parts,
        List<String> pledges,
        List<Line> offices) {}
