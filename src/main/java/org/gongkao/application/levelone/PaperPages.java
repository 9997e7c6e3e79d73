package org.gongkao.application.levelone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkao.application.levelone.PaperFiles.ActLine;
import org.gongkao.application.levelone.PaperFiles.Row;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what offices and the worker see of files on paper. */
@Component
class PaperPages {

    private final PaperFiles papers;
    private final PaperWords words;
    private final Cycles cycles;
    private final Catalogue catalogue;
    private final Organisation organisation;

    PaperPages(PaperFiles papers, PaperWords words, Cycles cycles, Catalogue catalogue, Organisation organisation) {
        this.papers = papers;
        this.words = words;
        this.cycles = cycles;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    PaperListPage list(String state, long before, Actor actor, Instant now) {
        var cycle = cycles.current(organisation.agencyOf(actor.office()), now);
        var wanted = Arrays.stream(PaperState.values())
                .filter(one -> one.key().equals(state))
                .findFirst()
                .orElse(null);
        var found = papers.list(wanted, cycle.year(), before, actor);
        int coming = papers.coming(actor);
        return new PaperListPage(
                new Brief(
                        cycle.name() + " 一级（高级技师）申报",
                        "个人纸质申报材料 1 份，依据考务通知四（二）",
                        coming == 0 ? "收到的登记，收齐的转交" : "登记转来的 " + coming + " 份",
                        "收到后系统给出收件编号，可打印凭证",
                        Shanghai.deadline(cycle.window(Window.REVIEW).to()),
                        "资格审查截止"),
                chips(wanted),
                found.rows().stream().map(row -> row(row, actor, now)).toList(),
                before == 0 ? "" : path(wanted, null),
                found.next() == null ? "" : path(wanted, found.next()));
    }

    private static List<Chip> chips(@Nullable PaperState wanted) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", path(null, null), wanted == null));
        for (var state : PaperState.values()) {
            chips.add(new Chip(state.label(), path(state, null), state == wanted, state.sign()));
        }
        return chips;
    }

    private static String path(@Nullable PaperState state, @Nullable String before) {
        var query = new ArrayList<String>();
        if (state != null) {
            query.add("state=" + state.key());
        }
        if (before != null) {
            query.add("before=" + before);
        }
        return PaperController.HERE + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private PaperListPage.PaperRow row(Row row, Actor actor, Instant now) {
        var paper = row.paper();
        var offered = paper.offered(actor.office());
        boolean bundled = offered.contains(PaperAct.RECEIVE) || offered.contains(PaperAct.FORWARD);
        return new PaperListPage.PaperRow(
                bundled ? paper.number() + "@" + paper.version() : "",
                PaperController.HERE + "/" + paper.number(),
                row.person(),
                paper.number(),
                row.unit(),
                occupation(row, now),
                paper.state().sign(),
                paper.state().label(),
                words.where(paper));
    }

    PaperPage one(String number, Actor actor, Instant now) {
        var row = papers.row(number, actor);
        return page(row, row.paper().offered(actor.office()), "/reviews/" + number, now);
    }

    /** The worker's own: to read, nothing to do. */
    PaperPage own(Row row, Instant now) {
        return page(row, List.of(), "", now);
    }

    private PaperPage page(Row row, List<PaperAct> offered, String review, Instant now) {
        var paper = row.paper();
        var acts = papers.acts(paper);
        return new PaperPage(
                paper.number(),
                paper.version(),
                row.person(),
                paper.state().sign(),
                paper.state().label(),
                List.of(
                        new Line("在哪里", words.where(paper)),
                        new Line("申报", Level.of(paper.level()).full() + " " + occupation(row, now)),
                        new Line("单位", row.unit()),
                        new Line("申报状态", paper.file().label())),
                offered,
                words.name(paper.after()),
                acts.stream()
                        .filter(act -> act.receipt() != null)
                        .map(this::receipt)
                        .toList(),
                words.history(acts.reversed()),
                review);
    }

    private PaperPage.Receipt receipt(ActLine act) {
        var number = Objects.requireNonNull(act.receipt());
        return new PaperPage.Receipt(number, "收件凭证 " + number + "，" + words.name(Office.parse(act.office())));
    }

    private String occupation(Row row, Instant now) {
        return catalogue
                .find(cycles.of(row.packageId(), "", now), row.occupation())
                .map(Occupation::name)
                .orElse(row.occupation());
    }
}
