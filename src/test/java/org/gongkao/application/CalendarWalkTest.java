package org.gongkao.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Timing.OwnDates;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.ShippedPackage;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;

/** Table × calendar: on no day of the year does a file that is not at an end wait for nobody. */
class CalendarWalkTest {

    private static final Cycle YEAR = ShippedPackage.LUOYANG_2023.read();

    private static Instant midnight(String day) {
        return Shanghai.startOf(java.time.LocalDate.parse(day));
    }

    /** All that a file can carry of its own: where it stands, whether corrected, and dates early, late and none. */
    private static List<OwnDates> filesOfAllKinds() {
        var dates = new ArrayList<Instant>();
        dates.add(null);
        dates.add(midnight("2023-03-20"));
        dates.add(midnight("2023-06-01"));
        var all = new ArrayList<OwnDates>();
        for (var tier : Office.Kind.values()) {
            for (boolean corrected : new boolean[] {false, true}) {
                for (var review : dates) {
                    for (var correction : dates) {
                        for (var payment : dates) {
                            for (var objection : dates) {
                                all.add(new OwnDates(tier, corrected, review, correction, payment, objection, null));
                            }
                        }
                    }
                }
            }
        }
        // A draft that a revoked decision gave back: the rest of its dates comes when it is handed in.
        for (var tier : Office.Kind.values()) {
            for (var registration : dates) {
                all.add(OwnDates.NONE.at(tier).registration(registration));
            }
        }
        return all;
    }

    @Test
    void on_every_day_a_state_that_is_not_final_has_a_move_open_to_a_person_or_ends_by_itself() {
        for (var own : filesOfAllKinds()) {
            var timing = new Timing(YEAR::window, own);
            for (var day = midnight("2023-03-10");
                    day.isBefore(midnight("2024-01-01"));
                    day = day.plus(Duration.ofHours(12))) {
                var open = timing.openAt(day);
                for (var state : ApplicationState.values()) {
                    boolean person = Moves.ALL.stream()
                            .anyMatch(m -> m.from() == state
                                    && m.by() != Party.SYSTEM
                                    && m.act() != Act.REEXAMINE // may come on any day, and nobody waits for it
                                    && open.contains(m.within()));
                    boolean moves = person || Moves.endsByItself(state, open);
                    assertThat(moves || state.isSettled())
                            .as(state + " on " + day + " " + own)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void no_worker_loses_the_year_by_an_offices_silence() {
        for (var own : filesOfAllKinds()) {
            var timing = new Timing(YEAR::window, own);
            for (var day = midnight("2023-03-10");
                    day.isBefore(midnight("2024-01-01"));
                    day = day.plus(Duration.ofDays(1))) {
                var open = timing.openAt(day);
                boolean office = Moves.ALL.stream()
                        .filter(m -> m.from() == ApplicationState.IN_REVIEW && open.contains(m.within()))
                        .anyMatch(m -> m.by() == Party.TIER_OFFICER || m.by() == Party.ANSWERING_AGENCY);
                boolean ends = Moves.ALL.stream()
                        .anyMatch(m -> m.from() == ApplicationState.IN_REVIEW
                                && m.by() == Party.SYSTEM
                                && m.to().isSettled()
                                && m.needs() != Need.DECISION_IN_FORCE);
                assertThat(office).as(day + " " + own).isTrue();
                assertThat(ends).isFalse();
            }
        }
    }

    @Test
    void nobody_can_return_a_file_once_correction_is_over() {
        var timing = new Timing(YEAR::window, OwnDates.NONE.at(Office.Kind.AGENCY));
        assertThat(timing.openAt(midnight("2023-04-09").minusNanos(1000))).contains(When.TIER_RETURN);
        assertThat(timing.openAt(midnight("2023-04-09")))
                .contains(When.TIER_REVIEW)
                .doesNotContain(When.TIER_RETURN);
    }

    @Test
    void registration_ends_at_24_hours_of_28_march_to_the_millisecond() {
        var timing = new Timing(YEAR::window, OwnDates.NONE);
        assertThat(timing.openAt(Instant.parse("2023-03-28T15:59:59.999Z"))).contains(When.REGISTRATION);
        assertThat(timing.openAt(Instant.parse("2023-03-28T16:00:00.000Z")))
                .doesNotContain(When.REGISTRATION)
                .contains(When.REGISTRATION_OVER);
    }

    @Test
    void a_draft_with_a_date_of_its_own_is_handed_in_until_then_and_lapses_at_that_bell() {
        var timing = new Timing(YEAR::window, OwnDates.NONE.registration(midnight("2023-06-01")));
        assertThat(timing.openAt(midnight("2023-06-01").minusNanos(1000)))
                .contains(When.REGISTRATION)
                .doesNotContain(When.REGISTRATION_OVER);
        assertThat(timing.openAt(midnight("2023-06-01")))
                .contains(When.REGISTRATION_OVER)
                .doesNotContain(When.REGISTRATION);
        var early = new Timing(YEAR::window, OwnDates.NONE.registration(midnight("2023-03-12")));
        assertThat(early.openAt(midnight("2023-03-28"))).contains(When.REGISTRATION);
    }

    @Test
    void a_unit_is_overdue_at_its_bell_and_can_act_on_corrected_files_until_review_ends() {
        var first = new Timing(YEAR::window, OwnDates.NONE.at(Office.Kind.UNIT));
        var corrected =
                new Timing(YEAR::window, OwnDates.NONE.at(Office.Kind.UNIT).afterCorrection());
        assertThat(first.openAt(midnight("2023-04-04")))
                .contains(When.TIER_OVERDUE)
                .doesNotContain(When.TIER_REVIEW);
        assertThat(corrected.openAt(midnight("2023-04-04"))).contains(When.TIER_REVIEW);
        assertThat(corrected.openAt(midnight("2023-04-11"))).contains(When.TIER_OVERDUE);
    }

    @Test
    void a_date_of_its_own_only_lengthens() {
        var early = OwnDates.NONE
                .at(Office.Kind.UNIT)
                .review(midnight("2023-03-12"))
                .correction(midnight("2023-03-12"));
        var timing = new Timing(YEAR::window, early);
        assertThat(timing.openAt(midnight("2023-04-01"))).contains(When.TIER_REVIEW, When.CORRECTION);
    }
}
