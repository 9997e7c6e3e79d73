package org.gongkao.application.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.levelone.PaperMoves.By;
import org.gongkao.application.levelone.PaperMoves.Move;
import org.gongkao.application.levelone.PaperMoves.Need;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Office;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of files on paper walked whole: every state, act, office, place of the paper and end of the file. */
class PaperMovesTest {

    private static final Office UNIT = Office.unit("12410305MB1A000034");
    private static final Office DEPARTMENT = Office.department("11410305MB1A000018");
    private static final Office COUNTY = Office.agency("410305");
    private static final Office NEIGHBOUR = Office.agency("410311");
    private static final List<Office> ROUTE = List.of(UNIT, DEPARTMENT, COUNTY);
    private static final List<Office> EVERYBODY = List.of(UNIT, DEPARTMENT, COUNTY, NEIGHBOUR);

    private static final Set<ApplicationState> ENDED = EnumSet.of(
            ApplicationState.WITHDRAWN,
            ApplicationState.LAPSED,
            ApplicationState.REJECTED_FINALLY,
            ApplicationState.CANCELLED,
            ApplicationState.FORFEITED);

    private static Paper paper(
            PaperState state, @Nullable Office office, @Nullable Office next, ApplicationState file, int level) {
        return new Paper(1, "20230000001", 2023, 7, level, file, ROUTE, state, office, next, 0);
    }

    /** Everywhere a paper can lie, for every state of its file, at level one and after a change to another level. */
    private static List<Paper> everywhere() {
        var all = new ArrayList<Paper>();
        for (var file : ApplicationState.values()) {
            for (int level : new int[] {1, 3}) {
                all.add(paper(PaperState.AWAITED, null, null, file, level));
                for (var at : ROUTE) {
                    all.add(paper(PaperState.RECEIVED, at, null, file, level));
                    all.add(paper(PaperState.GIVEN_BACK, at, null, file, level));
                }
                all.add(paper(PaperState.FORWARDED, UNIT, DEPARTMENT, file, level));
                all.add(paper(PaperState.FORWARDED, DEPARTMENT, COUNTY, file, level));
            }
        }
        return all;
    }

    /** Written out once more, apart from the code that decides it. */
    private static boolean may(Paper paper, PaperAct act, Office office) {
        boolean over = paper.level() != 1 || ENDED.contains(paper.file());
        return switch (act) {
            case RECEIVE ->
                (paper.state() == PaperState.AWAITED || paper.state() == PaperState.GIVEN_BACK)
                                && ROUTE.contains(office)
                                && !over
                        || paper.state() == PaperState.FORWARDED && office.equals(paper.next());
            case FORWARD ->
                paper.state() == PaperState.RECEIVED
                        && office.equals(paper.office())
                        && !office.equals(COUNTY)
                        && !over;
            case TAKE_BACK -> paper.state() == PaperState.FORWARDED && office.equals(paper.office());
            case GIVE_BACK -> paper.state() == PaperState.RECEIVED && office.equals(paper.office()) && over;
        };
    }

    @Test
    void exactly_the_listed_moves_are_not_refused_wherever_the_paper_lies_and_whoever_asks() {
        for (var paper : everywhere()) {
            for (var act : PaperAct.values()) {
                for (var office : EVERYBODY) {
                    var what = act + " by " + office + " of " + paper;
                    boolean listed = may(paper, act, office);
                    if (listed) {
                        assertThatCode(() -> paper.move(act, office)).as(what).doesNotThrowAnyException();
                    } else {
                        assertThatThrownBy(() -> paper.move(act, office))
                                .as(what)
                                .isInstanceOf(Refusal.class);
                    }
                    assertThat(paper.offered(office).contains(act))
                            .as("offered: " + what)
                            .isEqualTo(listed);
                }
            }
        }
    }

    @Test
    void after_a_move_the_paper_lies_where_the_next_move_looks_for_it() {
        var awaited = paper(PaperState.AWAITED, null, null, ApplicationState.IN_REVIEW, 1);
        var received = awaited.move(PaperAct.RECEIVE, UNIT);
        assertThat(awaited.officeAfter(received, UNIT)).isEqualTo(UNIT);
        assertThat(awaited.nextAfter(received)).isNull();
        var there = paper(PaperState.RECEIVED, UNIT, null, ApplicationState.IN_REVIEW, 1);
        var forwarded = there.move(PaperAct.FORWARD, UNIT);
        assertThat(there.officeAfter(forwarded, UNIT)).isEqualTo(UNIT);
        assertThat(there.nextAfter(forwarded)).isEqualTo(DEPARTMENT);
        var onItsWay = paper(PaperState.FORWARDED, UNIT, DEPARTMENT, ApplicationState.IN_REVIEW, 1);
        assertThat(onItsWay.officeAfter(onItsWay.move(PaperAct.RECEIVE, DEPARTMENT), DEPARTMENT))
                .isEqualTo(DEPARTMENT);
        assertThat(onItsWay.officeAfter(onItsWay.move(PaperAct.TAKE_BACK, UNIT), UNIT))
                .isEqualTo(UNIT);
        assertThat(onItsWay.nextAfter(onItsWay.move(PaperAct.TAKE_BACK, UNIT))).isNull();
    }

    @Test
    void a_paper_at_an_office_that_is_no_longer_on_the_route_goes_to_the_first_of_the_new_one() {
        var stray = paper(PaperState.RECEIVED, NEIGHBOUR, null, ApplicationState.IN_REVIEW, 1);
        assertThat(stray.after()).isEqualTo(UNIT);
        assertThat(stray.offered(NEIGHBOUR)).containsExactly(PaperAct.FORWARD);
    }

    @Test
    void each_refusal_says_what_stands_in_the_way() {
        var ended = ApplicationState.WITHDRAWN;
        refuses(LevelOneRefusal.FILE_OVER, paper(PaperState.AWAITED, null, null, ended, 1), PaperAct.RECEIVE, UNIT);
        refuses(LevelOneRefusal.FILE_OVER, paper(PaperState.RECEIVED, UNIT, null, ended, 1), PaperAct.FORWARD, UNIT);
        var paid = ApplicationState.PAID;
        refuses(
                LevelOneRefusal.LAST_OFFICE,
                paper(PaperState.RECEIVED, COUNTY, null, paid, 1),
                PaperAct.FORWARD,
                COUNTY);
        refuses(
                LevelOneRefusal.FILE_UNDER_WAY,
                paper(PaperState.RECEIVED, COUNTY, null, paid, 1),
                PaperAct.GIVE_BACK,
                COUNTY);
        refuses(
                LevelOneRefusal.PAPER_NOT_NOW,
                paper(PaperState.RECEIVED, UNIT, null, paid, 1),
                PaperAct.FORWARD,
                COUNTY);
    }

    private static void refuses(Reason reason, Paper paper, PaperAct act, Office by) {
        assertThatThrownBy(() -> paper.move(act, by))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void no_paper_in_hand_is_ever_stuck_once_its_file_has_ended() {
        for (var paper : everywhere()) {
            boolean ended = paper.level() != 1 || ENDED.contains(paper.file());
            if (ended && paper.state() != PaperState.AWAITED && paper.state() != PaperState.GIVEN_BACK) {
                assertThat(EVERYBODY)
                        .as("%s", paper)
                        .anyMatch(office -> !paper.offered(office).isEmpty());
            }
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("一级纸质材料", "`application.levelone.PaperMoves`");
        for (var state : PaperState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (Move move : PaperMoves.ALL) {
            arrows.add(new Arrow(
                    move.from().name(),
                    move.act().label(),
                    move.by().label(),
                    "不限",
                    move.needs().stream().map(Need::label).collect(Collectors.joining("，")),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/paper.md"), diagram.page(PaperState.AWAITED.name(), arrows));
        assertThat(EnumSet.allOf(By.class))
                .allMatch(by -> PaperMoves.ALL.stream().anyMatch(move -> move.by() == by));
    }
}
