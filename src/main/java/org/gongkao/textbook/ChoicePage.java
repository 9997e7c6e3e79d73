package org.gongkao.textbook;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** 教材征订页。The worker's own choice; nothing is preset. And whether the book has been handed over. */
record ChoicePage(
        Brief brief,
        boolean eligible,
        String book,
        String price,
        boolean sample,
        String chosen,
        boolean closed,
        String why,
        Sign sign,
        String state,
        List<Option> options,
        List<Fault> faults) {

    private static final List<Option> OPTIONS = List.of(Option.of("yes", "征订"), Option.of("no", "不征订"));

    static ChoicePage none() {
        return new ChoicePage(
                new Brief("教材征订", "还不到这一步", "不用办理", "通过资格审查后再选择", "不限", ""),
                false,
                "",
                "",
                false,
                "",
                true,
                "",
                Sign.REST,
                "",
                OPTIONS,
                List.of());
    }

    static ChoicePage of(Orderer orderer, BookPrices prices, boolean sentIn, List<Fault> faults, Instant now) {
        var wanted = orderer.wanted();
        var period = prices.remitting();
        boolean over = period != null && !period.covers(now);
        boolean closed = over || (wanted != null && sentIn);
        var chosen = wanted == null ? "" : wanted ? "yes" : "no";
        var where = wanted == null ? "还没有选择" : wanted ? "已选择征订" : "已选择不征订";
        var until = prices.until().isEmpty() ? "单位确认征订单前" : prices.until();
        return new ChoicePage(
                new Brief(
                        "教材征订",
                        orderer.given() == null ? where : "教材已发给您",
                        closed ? "不用办理" : wanted == null ? "选择是否征订" : "可以改选",
                        closed && sentIn ? "单位已确认征订单" : "自愿，不征订不影响考核",
                        closed ? "已截止" : until,
                        closed || prices.until().isEmpty() ? "" : "单位确认征订单以后不能改选"),
                true,
                prices.title(orderer.book(), orderer.occupation()),
                prices.find(orderer.book()).map(book -> book.price().toString()).orElse(""),
                prices.sample(),
                chosen,
                closed,
                over && wanted == null ? "教材征订已截止，您没有选择，按不征订计。" : "",
                sign(orderer),
                state(orderer),
                OPTIONS,
                faults);
    }

    private static Sign sign(Orderer orderer) {
        return orderer.given() != null ? Sign.MET : Sign.REST;
    }

    private static String state(Orderer orderer) {
        return orderer.given() != null ? "单位已登记把教材发给您" : Boolean.TRUE.equals(orderer.wanted()) ? "还没有发放" : "";
    }
}
