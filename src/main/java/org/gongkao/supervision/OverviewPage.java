package org.gongkao.supervision;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Sign;

/** 监管总览。An agency's range at one look: what to ask about, how long files wait, what was decided. */
record OverviewPage(
        String now,
        Brief brief,
        List<Ask> asks,
        String promised,
        List<Head> waitingHeads,
        List<Waiting> waiting,
        Waiting waitingSum,
        List<Place> withoutWaiting,
        List<Head> decidedHeads,
        List<Decided> decided,
        Decided decidedSum,
        List<Place> withoutDecision,
        boolean empty,
        String export) {

    /** 过问事项。One place and why it is worth a question today. */
    record Ask(String name, String sentence, String path, String action) {}

    /** 机构链接。A place with nothing to show in a table: named below it. */
    record Place(String name, String path) {}

    /** 栏头。A column that sorts; {@code direction} as {@code shared/head} takes it. */
    record Head(String label, String path, String direction) {}

    /** 待审行。One row with its bar: the widths are percent of the longest row. */
    record Waiting(
            String name,
            String path,
            String all,
            String firstHalf,
            String secondHalf,
            String dueSoon,
            String late,
            boolean isLate,
            String oldest,
            List<Bar> bars) {}

    /** 条段。One piece of a row's bar. */
    record Bar(String tone, String from, String width) {}

    /** 审查行。 */
    record Decided(
            String name,
            String path,
            String all,
            String approved,
            String returned,
            String rejected,
            String median,
            Sign sign,
            String risks) {}
}
