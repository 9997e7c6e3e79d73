package org.gongkao.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongkao.shared.Address;
import org.gongkao.shared.Faults;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** The search as it was typed; it travels in the address. */
record SearchForm(String kind, String subject, String key, String who, String from, String to) {

    SearchForm {
        kind = text(kind);
        subject = text(subject);
        key = text(key);
        who = text(who);
        from = text(from);
        to = text(to);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Collects what cannot be read; the search then leaves it out. */
    Search read(Faults faults, @Nullable ActorNames names, @Nullable String after) {
        var first = day("from", from, faults);
        var last = day("to", to, faults);
        faults.addIf(first != null && last != null && last.isBefore(first), "to", "结束日期早于开始日期，请重新填写。");
        faults.addIf(key.isEmpty() != subject.isEmpty(), "key", "请同时选择对象类别并填写编号，或都不填。");
        return new Search(
                kindOrNull(),
                key.isEmpty() || subject.isEmpty() ? null : SubjectKind.written(subject, key),
                accounts(names),
                first == null ? null : Shanghai.startOf(first),
                last == null ? null : Shanghai.startOf(last.plusDays(1)),
                Search.Key.parse(after));
    }

    private @Nullable LineKind kindOrNull() {
        for (var one : LineKind.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable List<Long> accounts(@Nullable ActorNames names) {
        if (who.isEmpty()) {
            return null;
        }
        if (who.matches("\\d{1,9}")) {
            return List.of(Long.valueOf(who));
        }
        return names == null ? List.of() : names.matching(who);
    }

    private static @Nullable LocalDate day(String field, String typed, Faults faults) {
        var day = Shanghai.typedDay(typed);
        faults.addIf(!typed.isEmpty() && day.isEmpty(), field, "请按“2023-03-15”的样式填写日期。");
        return day.orElse(null);
    }

    /** The same search at another address, or of another kind, or from a later line on. */
    String path(String page, String otherKind, String after) {
        return Address.of(page)
                .with("kind", otherKind)
                .with("subject", subject)
                .with("key", key)
                .with("who", who)
                .with("from", from)
                .with("to", to)
                .with("after", after)
                .toString();
    }

    /** Without what found nothing and must not stand in an address. */
    SearchForm addressed() {
        return new SearchForm(kind, subject, SearchTerm.inAddress(key), SearchTerm.inAddress(who), from, to);
    }
}
