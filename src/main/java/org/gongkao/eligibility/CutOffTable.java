package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.shared.Level;

/**
 * 年限对照表 of a year: for every condition that counts years from a start of work or a certificate, the last year to have
 * begun in. By the day there is no such year, and the table says the day.
 */
final class CutOffTable {

    private static final String YEARS = "years";

    private CutOffTable() {}

    static List<CutOff> of(RuleBook book) {
        var lines = new ArrayList<CutOff>();
        for (var way : book.ways()) {
            for (var level : way.path().levels()) {
                for (var rule : way.conditions()) {
                    var sentence = sentence(book, rule);
                    if (!sentence.isEmpty()) {
                        var wording = rule.rule().wording();
                        lines.add(new CutOff(
                                level,
                                way.path().title(),
                                name(level, way.path().title()) + "：" + sentence,
                                wording.document() + " " + wording.clause(),
                                book.open(rule.id())));
                    }
                }
            }
        }
        return lines;
    }

    /** 四级工龄直接申报; the one path of level one has the level's own name. */
    private static String name(Level level, String title) {
        return title.equals(level.label()) ? title : level.label() + title;
    }

    private static String sentence(RuleBook book, CompiledRule rule) {
        var formula = rule.rule().formula();
        if (!(formula.parameters().get(YEARS) instanceof Long years)) {
            return "";
        }
        boolean service = formula.measure().startsWith("years(" + Fact.START_OF_WORK.key());
        boolean level = formula.measure().startsWith("levelYears(");
        if (!service && !level) {
            return "";
        }
        var counting = service ? book.settings().service() : book.settings().level();
        var what = service ? "参加工作" : "取得证书";
        boolean atMost = !rule.rule().upperBound().isEmpty();
        if (counting == Counting.EXACT_DAY) {
            var day = book.settings().countingDay().atYear(book.moment().year()).minusYears(years);
            return Showing.of(Days.of(day)) + (atMost ? "之后" : "（含）以前") + what;
        }
        int latest = counting.latestStart(book.moment().year(), Math.toIntExact(years));
        return atMost ? (latest + 1) + "年（含）以后" + what : latest + "年（含）以前" + what;
    }
}
