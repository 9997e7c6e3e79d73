package org.gongkao.organisation;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** One request: what is now and what is wanted, the letter, what was done, what can be done. */
record UnitChangePage(
        String number,
        String unitName,
        Sign sign,
        String state,
        int version,
        List<Pair> pairs,
        List<Line> facts,
        String letterName,
        String letterWords,
        String letterPath,
        List<String> letterPages,
        List<Line> history,
        boolean canApprove,
        boolean canRefuse,
        boolean canWithdraw,
        String why,
        String back,
        String reason,
        List<Fault> faults) {

    /** One field of the entry, as it is and as it should become. */
    record Pair(String label, String now, String wanted, boolean changed) {}

    /** The form for a new request. */
    record Form(
            String heading,
            Brief brief,
            ChangeForm form,
            List<Option> acts,
            List<Option> kinds,
            List<Option> departments,
            List<Option> regions,
            String letterLimit,
            String letterAccept,
            String back,
            List<Fault> faults) {}

    /** A unit's own page: its entry, the check, its requests. */
    record Own(
            Brief brief,
            String name,
            List<Line> facts,
            boolean canConfirm,
            boolean canRequest,
            String sentence,
            List<Row> rows,
            List<Line> history) {}

    /** The city's queue of requests. */
    record Queue(Brief brief, List<Chip> chips, List<Row> rows, String first, String next) {}

    record Row(String path, String number, String unit, String act, String at, Sign sign, String state) {}
}
