package org.gongkao.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;

/** Facts as a person reads them. */
final class Showing {

    private static final String NOT_GIVEN = "未填";

    private Showing() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> NOT_GIVEN;
            case Boolean flag -> flag ? "是" : "否";
            case PartialDate date -> date.words();
            case Days days -> days(days);
            case Level level -> level.full();
            case Word word -> word.label();
            case List<?> list -> list.isEmpty() ? "无" : list(list);
            case Entry entry -> entry(entry);
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        return String.join("、", list.stream().map(Showing::of).toList());
    }

    private static String days(Days days) {
        return days.first().equals(days.last()) ? date(days.first()) : date(days.first()) + "至" + date(days.last());
    }

    private static String date(LocalDate day) {
        return Shanghai.date(day);
    }

    private static String entry(Entry entry) {
        return switch (entry) {
            case HeldCertificate held -> joined(held.occupation(), level(held.level()), brackets(held.obtained()));
            case WorkPeriod work ->
                joined(
                        work.occupation(),
                        brackets(work.from(), Boolean.TRUE.equals(work.current()) ? "至今" : of(work.to())));
            case Interruption pause -> of(pause.from()) + "至" + of(pause.to());
            case Appraisal appraisal ->
                joined(appraisal.year() == null ? null : appraisal.year() + "年", of(appraisal.grade()));
            case Honour honour -> joined(of(honour.rank()), of(honour.kind()), brackets(honour.granted()));
            case Discipline discipline -> of(discipline.kind()) + brackets(discipline.from(), of(discipline.to()));
            case ApplicationBan ban -> of(ban.from()) + "至" + of(ban.to());
        };
    }

    private static String level(@Nullable Level level) {
        return level == null ? "等级未填" : level.label();
    }

    private static String brackets(@Nullable PartialDate date) {
        return "（" + of(date) + "）";
    }

    private static String brackets(@Nullable PartialDate from, String to) {
        return "（" + of(from) + "至" + to + "）";
    }

    private static String joined(@Nullable String... parts) {
        var text = new ArrayList<String>();
        for (var part : parts) {
            text.add(part == null ? NOT_GIVEN : part);
        }
        return String.join("", text);
    }
}
