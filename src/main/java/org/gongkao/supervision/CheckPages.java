package org.gongkao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Option;
import org.gongkao.shared.Page;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.gongkao.supervision.CheckPage.File;
import org.gongkao.supervision.CheckPage.Proof;
import org.gongkao.supervision.SpotCheck.Stage;
import org.gongkao.supervision.SpotChecks.Picked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of spot checks together. The secret leaves the store only after the draw. */
@Component
class CheckPages {

    private final SpotChecks checks;
    private final Oversight oversight;
    private final Organisation organisation;
    private final Cycles cycles;

    CheckPages(SpotChecks checks, Oversight oversight, Organisation organisation, Cycles cycles) {
        this.checks = checks;
        this.oversight = oversight;
        this.organisation = organisation;
        this.cycles = cycles;
    }

    CheckPage.Listing list(Page<SpotCheck> page, boolean further, Actor actor, Instant now) {
        boolean orders = actor.is(Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER);
        long open = page.rows().stream()
                .filter(check -> check.isBy(actor) && check.stage() != Stage.ENDED)
                .count();
        return new CheckPage.Listing(
                new Brief(
                        "抽查",
                        cycles.current(now).name(),
                        orders ? open == 0 ? "没有未完成的抽查" : "完成 " + open + " 次抽查" : "查看上级的抽查",
                        "名单和承诺值先定，再抽取；谁都可以复核",
                        "没有规定期限",
                        "事中事后监管"),
                page.rows().stream().map(this::row).toList(),
                orders,
                further ? CheckController.LIST : "",
                page.next() == null ? "" : CheckController.LIST + "?before=" + page.next());
    }

    private CheckPage.Row row(SpotCheck check) {
        return new CheckPage.Row(
                check.number(),
                name(check.checked()),
                about(check),
                check.wanted() + " / " + Share.count(check.population()),
                check.stage().sign(),
                check.stage().label(),
                check.stage() == Stage.COMMITTED ? "—" : "已核查 " + check.judged() + " 份，" + check.unsound() + " 份有问题",
                Shanghai.minute(check.orderedAt()));
    }

    CheckPage.Order blank(String agency, Actor actor, Instant now) {
        var today = Shanghai.day(now);
        var begin = Shanghai.day(cycles.current(now).window(Window.REGISTRATION).from());
        var from = begin.isAfter(today) ? today : begin;
        return order(
                new OrderForm(agency, "APPROVE", from.toString(), today.toString(), "20", ""), List.of(), actor, now);
    }

    CheckPage.Order order(OrderForm form, List<Fault> faults, Actor actor, Instant now) {
        return new CheckPage.Order(
                new Brief("抽查", cycles.current(now).name(), "写明抽查什么", "登记后名单即冻结，不能更改", "没有规定期限", "事中事后监管"),
                form,
                oversight.of(actor, now).stream()
                        .filter(one -> !one.own())
                        .map(one -> Option.of(one.code(), one.name()))
                        .toList(),
                OrderForm.DECISIONS.stream()
                        .map(act -> Option.of(act.name(), act.label()))
                        .toList(),
                faults);
    }

    CheckPage check(SpotCheck check, Actor actor, Map<String, String> typed, List<Fault> faults) {
        boolean own = check.isBy(actor);
        boolean judges = own && check.stage() == Stage.DRAWN;
        return new CheckPage(
                check.number(),
                name(check.checked()),
                brief(check, own),
                check.stage().sign(),
                check.stage().label(),
                facts(check),
                List.of(new Line("名单校验码", check.listHash()), new Line("承诺值", check.commitment())),
                own && check.stage() == Stage.COMMITTED,
                judges,
                check.stage() != Stage.COMMITTED,
                typed.getOrDefault("words", ""),
                checks.picked(check).stream().map(one -> file(one, typed)).toList(),
                typed.getOrDefault("conclusion", ""),
                faults);
    }

    private static Brief brief(SpotCheck check, boolean own) {
        int open = check.wanted() - check.judged();
        var asked = !own
                ? "不需要您办理"
                : switch (check.stage()) {
                    case COMMITTED -> "抽取 " + check.wanted() + " 份";
                    case DRAWN -> open > 0 ? "核查 " + open + " 份" : "写明结论，结束抽查";
                    case ENDED -> "已经结束";
                };
        return new Brief(
                "抽查：" + check.stage().label(),
                "编号 " + check.number(),
                asked,
                check.stage() == Stage.COMMITTED ? "名单和承诺值已定，不能更改" : check.unsound() + " 份有问题",
                "没有规定期限",
                "事中事后监管");
    }

    private List<Line> facts(SpotCheck check) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("被抽查机构", name(check.checked())));
        lines.add(new Line("抽查范围", about(check)));
        lines.add(new Line("份数", "从 " + Share.count(check.population()) + " 份中抽 " + check.wanted() + " 份"));
        lines.add(new Line("理由", check.reason()));
        lines.add(new Line("登记", check.actorName() + "，" + Shanghai.second(check.orderedAt())));
        var drawn = check.drawnAt();
        if (drawn != null) {
            lines.add(new Line("抽取", check.drawer() + "，" + Shanghai.second(drawn)));
        }
        var ended = check.endedAt();
        if (ended != null) {
            lines.add(new Line("结论", text(check.conclusion())));
            lines.add(new Line("结束", check.ender() + "，" + Shanghai.second(ended)));
        }
        return lines;
    }

    /** What was typed and refused stands before what is stored. */
    private static File file(Picked picked, Map<String, String> typed) {
        var sound = picked.sound();
        var at = picked.at();
        return new File(
                picked.place(),
                picked.number(),
                "/reviews/" + picked.number(),
                sound == null ? Sign.REST : sound ? Sign.MET : Sign.UNMET,
                sound == null ? "未核查" : sound ? "没有问题" : "有问题",
                at == null ? "" : picked.actorName() + "，" + Shanghai.minute(at),
                typed.getOrDefault("sound." + picked.number(), sound == null ? "" : sound ? "yes" : "no"),
                typed.getOrDefault("words." + picked.number(), text(picked.words())));
    }

    CheckPage.Repeat repeat(SpotCheck check) {
        var words = check.words();
        var brief = new Brief(
                "复核抽取", "编号 " + check.number(), words == null ? "抽取以后再复核" : "核对下列三项", "", "随时可以复核", "结果应当每次相同");
        if (words == null) {
            return new CheckPage.Repeat(
                    check.number(), name(check.checked()), brief, false, List.of(), List.of(), "", List.of());
        }
        var list = checks.files(check);
        var draw = new Draw(checks.secret(check), check.listHash(), words);
        var again = draw.first(check.wanted(), list);
        return new CheckPage.Repeat(
                check.number(),
                name(check.checked()),
                brief,
                true,
                List.of(
                        proof(Draw.listHash(list).equals(check.listHash()), "冻结的名单与登记的名单校验码"),
                        proof(Draw.commitment(draw.secret()).equals(check.commitment()), "公开的秘密值与登记的承诺值"),
                        proof(
                                again.stream()
                                        .map(Draw.Ranked::number)
                                        .toList()
                                        .equals(checks.picked(check).stream()
                                                .map(Picked::number)
                                                .toList()),
                                "重新抽取的结果与登记的结果")),
                List.of(
                        new Line("名单校验码", check.listHash()),
                        new Line("承诺值", check.commitment()),
                        new Line("秘密值", draw.secret()),
                        new Line("现场文字", words),
                        new Line("种子", draw.seed())),
                draw.shell(check.wanted()),
                IntStream.range(0, again.size())
                        .mapToObj(at -> new CheckPage.Ranked(
                                at + 1, again.get(at).number(), again.get(at).rank()))
                        .toList());
    }

    private static Proof proof(boolean same, String what) {
        return new Proof(same ? Sign.MET : Sign.UNMET, same ? "一致" : "不一致", what);
    }

    private static String about(SpotCheck check) {
        return Shanghai.date(check.firstDay()) + "至" + Shanghai.date(check.lastDay()) + "的“"
                + check.decision().label() + "”决定";
    }

    private String name(String office) {
        return organisation.officeName(Office.parse(office));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
