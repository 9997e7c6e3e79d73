package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.shared.Line;

/** 回执页。What the worker keeps: number, the server's time to the millisecond, the hash of what was handed in. */
record ReceiptPage(String number, String at, List<String> hash, List<Line> facts, List<Line> earlier) {}
