package org.gongkao.supervision;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** 抽查页。One check, from what was committed to, to what was found. */
record CheckPage(
        String number,
        String checked,
        Brief brief,
        Sign sign,
        String stage,
        List<Line> facts,
        List<Line> commitment,
        boolean draws,
        boolean judges,
        boolean drawn,
        String words,
        List<File> files,
        String conclusion,
        List<Fault> faults) {

    static final List<Option> OUTCOMES = List.of(Option.of("yes", "没有问题"), Option.of("no", "有问题"));

    /** 被抽申报。A file of the sample with its result, or what was typed for it. */
    record File(
            int place, String number, String path, Sign sign, String result, String by, String sound, String words) {}

    /** 抽查列表页。 */
    record Listing(Brief brief, List<Row> rows, boolean orders, String first, String next) {}

    /** 抽查行。 */
    record Row(
            String number,
            String checked,
            String about,
            String drawn,
            Sign sign,
            String stage,
            String found,
            String ordered) {}

    /** 抽查登记页。 */
    record Order(Brief brief, OrderForm form, List<Option> agencies, List<Option> decisions, List<Fault> faults) {}

    /** 复核抽取页。The draw made again from what is stored, and how to make it without the platform. */
    record Repeat(
            String number,
            String checked,
            Brief brief,
            boolean drawn,
            List<Proof> proofs,
            List<Line> inputs,
            String shell,
            List<Ranked> ranked) {}

    /** 核对行。 */
    record Proof(Sign sign, String result, String what) {}

    /** 次序行。 */
    record Ranked(int place, String number, String rank) {}
}
