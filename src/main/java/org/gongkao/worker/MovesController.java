package org.gongkao.worker;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 职工调动页面。Requests of new units, and what each side says to them. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER})
class MovesController {

    private static final String HERE = MoveRooms.PATH;
    private static final String ONE = "worker/move";
    private static final String FORM = "worker/moveForm";

    private final UnitMoves moves;
    private final ChangingUnit changing;
    private final Persons persons;
    private final Organisation organisation;

    MovesController(UnitMoves moves, ChangingUnit changing, Persons persons, Organisation organisation) {
        this.moves = moves;
        this.changing = changing;
        this.persons = persons;
        this.organisation = organisation;
    }

    @GetMapping(HERE)
    ModelAndView list(@RequestParam(defaultValue = "0") long before, Actor actor) {
        var page = moves.list(before, actor);
        var rows = page.rows().stream()
                .map(move -> new MovesPage.MoveRow(
                        move,
                        persons.name(move.personId()),
                        organisation.unit(move.fromUnit()).name(),
                        organisation.unit(move.toUnit()).name()))
                .toList();
        return Pages.page(
                "worker/moves",
                new MovesPage(
                        rows,
                        actor.is(Role.UNIT_CLERK),
                        before == 0 ? "" : HERE,
                        page.next() == null ? "" : HERE + "?before=" + page.next()));
    }

    @GetMapping(HERE + "/new")
    @Allowed(Role.UNIT_CLERK)
    ModelAndView form() {
        return Pages.page(FORM, new MoveFormPage(new MoveForm("", "", ""), List.of()));
    }

    @PostMapping(HERE)
    @Allowed(Role.UNIT_CLERK)
    ModelAndView request(MoveForm form, Actor clerk, Instant arrived, RedirectAttributes flash) {
        try {
            var move = changing.request(form, clerk, arrived);
            flash.addFlashAttribute("flash", "已提出调动，等原单位同意。");
            return new ModelAndView("redirect:" + HERE + "/" + move.number());
        } catch (InvalidInput wrong) {
            return Pages.refused(FORM, new MoveFormPage(form, wrong.faults()));
        } catch (Refusal refused) {
            Refused.note(refused);
            return Pages.refused(FORM, new MoveFormPage(form, List.of(new Fault("number", refused.sentence()))));
        }
    }

    @GetMapping(HERE + "/{number}")
    ModelAndView one(@PathVariable String number, Actor actor) {
        return Pages.page(ONE, page(moves.get(number, actor), "", "", List.of(), actor));
    }

    @PostMapping(HERE + "/{number}/acts")
    ModelAndView act(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String route,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var wanted = Arrays.stream(MoveAct.values())
                .filter(one -> one.name().equals(act))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var follows = route.isEmpty() ? null : Boolean.valueOf(route.equals("FOLLOWS"));
        try {
            changing.act(number, wanted, version, new ChangingUnit.Answer(reason, follows), actor, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, page(moves.get(number, actor), reason, route, wrong.faults(), actor));
        }
        flash.addFlashAttribute("flash", "已" + wanted.label() + "，各方会收到通知。");
        return new ModelAndView("redirect:" + HERE + "/" + number);
    }

    private MovePage page(UnitMove move, String reason, String route, List<Fault> faults, Actor actor) {
        var card = persons.card(move.personId());
        var from = organisation.unit(move.fromUnit());
        var facts = List.of(
                new Line("编号", move.number()),
                new Line("职工", card.name() + " " + card.maskedNumber()),
                new Line("原单位", from.name()),
                new Line("新单位", organisation.unit(move.toUnit()).name()),
                new Line("确认机构", organisation.agency(move.agencyCode()).name()),
                new Line("调动依据", move.explanation()),
                new Line("在办申报", route(move)));
        var offered = UnitMoveRules.offered(move.state(), move.by(actor), !from.isActive());
        return new MovePage(
                move,
                facts,
                moves.acts(move).stream().map(this::line).toList(),
                offered,
                offered.stream().anyMatch(one -> one.needs().isReason()),
                offered.stream().anyMatch(one -> one.needs() == UnitMoveRules.Need.ROUTE_ANSWERED),
                reason,
                route,
                faults);
    }

    private static String route(UnitMove move) {
        if (move.routeFollows() == null) {
            return "确认调动时由工考管理机构答复";
        }
        return move.routeFollows() ? "改按新单位的路线审核" : "仍按提交时的路线审核";
    }

    private Line line(UnitMoves.ActLine act) {
        var office = organisation.officeName(Office.parse(act.office()));
        var words = office + " " + act.act().label() + (act.reason().isEmpty() ? "" : "：" + act.reason());
        return new Line(Shanghai.minute(act.at()), words);
    }
}
