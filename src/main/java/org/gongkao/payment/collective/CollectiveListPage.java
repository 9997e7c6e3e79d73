package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Page;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 统一缴费页。Whom the unit can pay for, why not for others, and what it has paid for before. */
record CollectiveListPage(
        Brief brief,
        List<Row> people,
        int fit,
        boolean open,
        List<Made> made,
        String first,
        String next,
        List<Fault> faults) {

    /** 待缴费行。One of the unit's people. */
    record Row(
            String key,
            String name,
            String title,
            String amount,
            long fen,
            String until,
            boolean fit,
            String why,
            boolean chosen) {

        static Row of(ChoosingPeople.Candidate one) {
            return of(one, List.of());
        }

        static Row of(ChoosingPeople.Candidate one, List<String> chosen) {
            var owing = one.owing();
            return new Row(
                    owing.purposeKey(),
                    one.name(),
                    owing.title(),
                    owing.amount().toString(),
                    owing.amount().fen(),
                    Shanghai.deadline(owing.deadline()),
                    one.why().isEmpty(),
                    one.why().orElse(""),
                    chosen.contains(owing.purposeKey()));
        }
    }

    /** 已办统一缴费。One payment of before. */
    record Made(
            String number,
            String path,
            String at,
            String clerk,
            String people,
            String amount,
            Sign sign,
            String state) {}

    static CollectiveListPage of(
            ChoosingPeople.Chosen chosen,
            List<String> ticked,
            Page<Collective> made,
            boolean further,
            boolean open,
            List<Fault> faults,
            Instant now) {
        var people = Stream.concat(chosen.fit().stream(), chosen.left().stream())
                .map(one -> Row.of(one, ticked))
                .toList();
        return new CollectiveListPage(
                brief(chosen, now),
                people,
                chosen.fit().size(),
                open,
                made.rows().stream()
                        .map(one -> new Made(
                                one.number(),
                                CollectivePage.path(one),
                                Shanghai.minute(one.madeAt()),
                                one.clerk(),
                                one.paid() + " / " + one.shares().size() + " 人已缴",
                                one.amount().toString(),
                                one.state().sign(),
                                one.state().label()))
                        .toList(),
                further ? CollectivePage.PATH : "",
                made.next() == null ? "" : CollectivePage.PATH + "?before=" + made.next(),
                faults);
    }

    private static Brief brief(ChoosingPeople.Chosen chosen, Instant now) {
        var fit = chosen.fit();
        if (fit.isEmpty()) {
            return chosen.left().isEmpty()
                    ? new Brief("单位统一缴费", "没有待缴费的人员", "不用办理", "通过资格审查、还没有缴费的人员会列在这里", "无", "")
                    : new Brief("单位统一缴费", chosen.left().size() + " 人还没有缴费", "不用办理", "现在都不能由单位缴费，原因见下表", "无", "");
        }
        var first = fit.stream()
                .map(one -> one.owing().deadline())
                .min(Instant::compareTo)
                .orElse(now);
        return new Brief(
                "单位统一缴费",
                fit.size() + " 人待缴费，合计 " + chosen.sum(),
                "勾选人员，统一付款",
                "由单位付款的在这里办理；本人自己缴费的不用勾选",
                Shanghai.deadline(first),
                "");
    }
}
