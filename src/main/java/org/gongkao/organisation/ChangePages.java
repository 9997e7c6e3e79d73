package org.gongkao.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkao.cycle.Cycles;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page of one request. */
@Component
class ChangePages {

    /** Pages of a letter that are drawn on the page itself; the whole of it can be downloaded. */
    private static final int DRAWN = 3;

    private final Organisation organisation;
    private final Units units;
    private final UnitChanges changes;
    private final Cycles cycles;
    private final Files files;
    private final Humans humans;

    ChangePages(
            Organisation organisation, Units units, UnitChanges changes, Cycles cycles, Files files, Humans humans) {
        this.organisation = organisation;
        this.units = units;
        this.changes = changes;
        this.cycles = cycles;
        this.files = files;
        this.humans = humans;
    }

    UnitChangePage show(String number, Actor actor, Instant arrived, String reason, List<Fault> faults) {
        var change = changes.get(number, actor);
        var now = before(change, actor);
        var offered = offered(change, actor, arrived);
        var card = files.card(new FileId(change.letter()));
        var letter = "/units/changes/" + number + "/letter";
        return new UnitChangePage(
                number,
                now.name(),
                change.state().sign(),
                change.state().label(),
                change.version(),
                pairs(now, change.wanted()),
                List.of(
                        new Line("申请事项", change.act() == UnitAct.DISSOLVE ? "撤销单位" : "变更信息"),
                        new Line("变更事由", change.explanation()),
                        new Line("提交时间", Shanghai.minute(change.requestedAt()))),
                card.name(),
                card.words(),
                letter,
                IntStream.rangeClosed(1, Math.min(DRAWN, Math.max(1, card.pages())))
                        .mapToObj(page -> letter + "/" + page)
                        .toList(),
                history(change),
                offered.contains(ChangeAct.APPROVE),
                offered.contains(ChangeAct.REFUSE),
                offered.contains(ChangeAct.WITHDRAW),
                why(change, actor, offered),
                actor.is(Role.UNIT_CLERK) ? "/units/changes" : "/administration/units/changes",
                reason,
                faults);
    }

    /** The entry as it was when the request was made; afterwards the page still shows what was asked against what. */
    private Unit before(UnitChange change, Actor actor) {
        return organisation
                .unitVersion(change.wanted().code(), change.unitVersion())
                .orElseGet(() -> units.look(change.wanted().code(), actor).unit());
    }

    private List<UnitChangePage.Pair> pairs(Unit now, Unit wanted) {
        var pairs = new ArrayList<UnitChangePage.Pair>();
        pairs.add(pair("单位名称", now.name(), wanted.name()));
        pairs.add(pair("单位类别", now.kind().label(), wanted.kind().label()));
        pairs.add(pair("主管部门", department(now.departmentCode()), department(wanted.departmentCode())));
        pairs.add(pair("所在地", region(now.regionCode()), region(wanted.regionCode())));
        pairs.add(pair("状态", now.status().label(), wanted.status().label()));
        return pairs;
    }

    private static UnitChangePage.Pair pair(String label, String now, String wanted) {
        return new UnitChangePage.Pair(label, now, wanted, !now.equals(wanted));
    }

    private String department(@Nullable String code) {
        return code == null ? "无" : organisation.department(code).name();
    }

    private String region(String code) {
        return organisation.region(code).name();
    }

    private List<Line> history(UnitChange change) {
        return changes.acts(change).stream()
                .map(line -> new Line(
                        Shanghai.minute(line.at()),
                        Role.valueOf(line.role()).label()
                                + " "
                                + line.act().label()
                                + (line.act() == ChangeAct.REFUSE ? "：" + line.reason() : "")))
                .toList();
    }

    /** Who asked under another account decides nothing here, and takes back under that account alone. */
    private List<ChangeAct> offered(UnitChange change, Actor actor, Instant arrived) {
        var side = change.by(actor);
        return side == UnitChangeMoves.By.ANOTHER_OFFICER && humans.same(change.requestedBy(), actor)
                ? List.of()
                : UnitChangeMoves.offered(
                        change.state(), side, cycles.find(change.wanted().agencyCode(), arrived), arrived);
    }

    private String why(UnitChange change, Actor actor, List<ChangeAct> offered) {
        if (change.state() != ChangeState.REQUESTED || actor.is(Role.UNIT_CLERK)) {
            return "";
        }
        if (humans.same(change.requestedBy(), actor)) {
            return "这件申请由您提出或代为登记，应由另一人审核。";
        }
        return offered.contains(ChangeAct.APPROVE) ? "" : "网上注册报名已经开始，不能再同意变更，只能不同意并说明理由。";
    }
}
