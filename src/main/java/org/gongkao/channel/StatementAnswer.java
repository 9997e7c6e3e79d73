package org.gongkao.channel;

import java.util.List;

/** 对账单答复。A day's statement, or why there is none. */
public sealed interface StatementAnswer {

    /** The whole day; {@code hash} is SHA-256 of the bytes as the channel gave them. An empty day is a list without lines. */
    record Ready(String hash, List<StatementLine> lines) implements StatementAnswer {}

    /** Not written yet, or not reached: asked again later. */
    record NotYet(String why) implements StatementAnswer {}

    /** There, and not to be read: nothing of it counts. One sentence for each fault, with its line. */
    record Broken(List<String> problems) implements StatementAnswer {}
}
