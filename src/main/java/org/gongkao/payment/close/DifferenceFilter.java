package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkao.payment.PayerSearch;
import org.gongkao.payment.SheetNote;
import org.gongkao.shared.Address;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** Which differences are looked for, as it stands in the address. */
record DifferenceFilter(String state, String day, String q) {

    /** 差异筛选。How far a difference is; what is only booked on another day is none in money. */
    enum State {
        UNSETTLED("未了", Sign.PROOF, " and state <> 'SETTLED' and kind <> 'DAY'"),
        SETTLED("已了结", Sign.OVER, " and state = 'SETTLED'"),
        ALL("全部", null, "");

        private final String label;
        private final @Nullable Sign sign;
        private final String condition;

        State(String label, @Nullable Sign sign, String condition) {
            this.label = label;
            this.sign = sign;
            this.condition = condition;
        }

        String label() {
            return label;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String condition() {
            return condition;
        }
    }

    /** 所查差异。The same as it was read. */
    record Asked(State state, @Nullable LocalDate day, String term) {}

    DifferenceFilter {
        state = text(state);
        day = text(day);
        q = PayerSearch.term(text(q));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Who looks for somebody, or at one day, looks through all of them, unless told otherwise. */
    Asked read(Faults faults) {
        var asked = Arrays.stream(State.values())
                .filter(one -> one.key().equals(state))
                .findFirst()
                .orElse(q.isEmpty() && day.isEmpty() ? State.UNSETTLED : State.ALL);
        return new Asked(asked, MoneyFilter.day("day", day, faults).orElse(null), q);
    }

    List<Chip> chips(Asked asked) {
        return Arrays.stream(State.values())
                .map(one -> new Chip(
                        one.label,
                        new DifferenceFilter(one.key(), day, q).path(DifferencesController.HERE),
                        one == asked.state(),
                        one.sign))
                .toList();
    }

    SheetNote note(Asked asked, String said, Instant now) {
        var on = asked.day();
        return SheetNote.of(
                now,
                new Line("状态", asked.state().label()),
                SheetNote.chosen("查找", said),
                SheetNote.chosen("记账日", on == null ? "" : Shanghai.date(on)));
    }

    String path(String base) {
        return Address.of(base)
                .with("state", state)
                .with("day", day)
                .with("q", q)
                .toString();
    }
}
