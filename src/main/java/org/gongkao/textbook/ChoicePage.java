package org.gongkao.textbook;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** 教材征订页。The worker's own choice; nothing is preset. */
record ChoicePage(
        Brief brief,
        boolean eligible,
        String book,
        String chosen,
        boolean closed,
        List<Option> options,
        List<Fault> faults) {

    private static final List<Option> OPTIONS = List.of(Option.of("yes", "征订"), Option.of("no", "不征订"));

    static ChoicePage none() {
        return new ChoicePage(
                new Brief("教材征订", "还不到这一步", "不用办理", "通过资格审查后再选择", "不限", ""), false, "", "", true, OPTIONS, List.of());
    }

    static ChoicePage of(Orderer orderer, boolean sentIn, List<Fault> faults) {
        var wanted = orderer.wanted();
        boolean closed = wanted != null && sentIn;
        var chosen = wanted == null ? "" : wanted ? "yes" : "no";
        var where = wanted == null ? "还没有选择" : wanted ? "已选择征订" : "已选择不征订";
        return new ChoicePage(
                new Brief(
                        "教材征订",
                        where,
                        closed ? "不用办理" : wanted == null ? "选择是否征订" : "可以改选",
                        closed ? "单位已确认征订单" : "自愿，不征订不影响考核",
                        closed ? "已截止" : "单位确认征订单前",
                        ""),
                true,
                orderer.level().full() + orderer.occupation(),
                chosen,
                closed,
                OPTIONS,
                faults);
    }
}
