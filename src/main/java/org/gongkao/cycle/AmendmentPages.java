package org.gongkao.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.AmendmentMoves.By;
import org.gongkao.cycle.AmendmentPage.ChangeField;
import org.gongkao.cycle.AmendmentPage.Choice;
import org.gongkao.cycle.AmendmentPage.Choice.FieldOption;
import org.gongkao.cycle.AmendmentPage.Choice.Group;
import org.gongkao.cycle.AmendmentPage.DecisionOffer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 补充通知页面。What the pages about amendments show. */
@Component
class AmendmentPages {

    private final YearPackages packages;
    private final StandingTexts texts;
    private final PackageReader reader;
    private final RegionWords regions;
    private final CyclePages cyclePages;

    AmendmentPages(
            YearPackages packages,
            StandingTexts texts,
            PackageReader reader,
            RegionWords regions,
            CyclePages cyclePages) {
        this.packages = packages;
        this.texts = texts;
        this.reader = reader;
        this.regions = regions;
        this.cyclePages = cyclePages;
    }

    Choice choice(YearPackage of, List<Fault> faults) {
        var groups = new ArrayList<Group>();
        var root = texts.of(of, of.region()).root();
        var words = reader.words(root);
        root.children()
                .forEach((key, node) -> reader.section(key).ifPresent(section -> {
                    var fields = new ArrayList<FieldOption>();
                    node.leaves().forEach((path, scalar) -> {
                        if (reader.amendable(path)) {
                            fields.add(new FieldOption(path, words.label(path), words.shown(path, scalar)));
                        }
                    });
                    if (!fields.isEmpty()) {
                        groups.add(new Group(section.title(), key.equals("windows"), fields));
                    }
                }));
        groups.sort((one, other) -> Boolean.compare(other.open(), one.open()));
        return new Choice(of.id(), of.title(), groups, faults);
    }

    boolean areAmendable(YearPackage of, List<String> fields) {
        var leaves = texts.of(of, of.region()).root().leaves();
        return fields.stream().allMatch(field -> leaves.containsKey(field) && reader.amendable(field));
    }

    /** The form begins with the present values, to be changed. */
    AmendmentForm begin(YearPackage of, List<String> fields) {
        var leaves = texts.of(of, of.region()).root().leaves();
        var chosen = fields.stream().distinct().toList();
        return AmendmentForm.empty(
                of.region(),
                chosen,
                chosen.stream().map(field -> leaves.getOrDefault(field, "")).toList());
    }

    AmendmentPage.Draft draft(YearPackage of, AmendmentForm form, List<Fault> faults) {
        var root = texts.of(of, form.region().isEmpty() ? of.region() : form.region())
                .root();
        var leaves = root.leaves();
        var words = reader.words(root);
        var fields = new ArrayList<ChangeField>();
        for (int i = 0; i < form.fields().size(); i++) {
            var field = form.fields().get(i);
            var raw = leaves.getOrDefault(field, "");
            fields.add(new ChangeField(
                    "field-" + i,
                    "after-" + i,
                    field,
                    words.label(field),
                    words.shown(field, raw),
                    raw,
                    words.words(field, raw),
                    form.afters().get(i)));
        }
        return new AmendmentPage.Draft(of.id(), of.title(), form, regions.within(of.region()), fields, faults);
    }

    AmendmentPage show(ProposedAmendment one, Actor by, Instant now) {
        var of = packages.get(one.packageId(), by);
        var standing = one.standing(by);
        return new AmendmentPage(
                cyclePages.brief(by, now),
                one.id(),
                one.rowVersion(),
                of.id(),
                "补充通知 " + one.documentNumber(),
                one.state().sign(),
                one.state().label(),
                facts(one, of),
                reader.words(texts.of(of, one.region()).root()).of(one.changes()),
                offers(one, standing),
                one.state() == AmendmentState.PROPOSED && standing == By.PROPOSER ? "须由另一名管理员确认，拟定人本人不能确认。" : "");
    }

    private List<Line> facts(ProposedAmendment one, YearPackage of) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("年度", of.title()));
        lines.add(new Line("适用地区", regions.name(one.region())));
        lines.add(new Line("事由", one.reason()));
        lines.add(new Line("拟定", one.proposedByName() + "，" + Shanghai.minute(one.proposedAt())));
        var wanted = one.wantedFrom();
        var effective = one.effectiveAt();
        if (effective != null) {
            lines.add(new Line("生效时间", Shanghai.second(effective)));
            lines.add(new Line("版本", "第" + one.version() + "版"));
        } else {
            lines.add(new Line("拟生效时间", wanted == null ? "自确认时起" : Shanghai.second(wanted) + "（已过的，自确认时起）"));
        }
        if (one.decidedByName() != null) {
            lines.add(new Line("办结", one.state().label() + "，" + one.decidedByName()));
        }
        return lines;
    }

    private static List<DecisionOffer> offers(ProposedAmendment one, By standing) {
        var at = "/administration/cycles/amendments/" + one.id();
        return AmendmentMoves.offered(one.state(), standing).stream()
                .map(act -> switch (act) {
                    case CONFIRM -> new DecisionOffer(act.label(), at + "/confirmation", true);
                    case DECLINE -> new DecisionOffer(act.label(), at + "/decline", false);
                    case WITHDRAW -> new DecisionOffer(act.label(), at + "/withdrawal", false);
                    case PROPOSE -> throw new IllegalStateException("nothing moves by " + act);
                })
                .sorted((first, second) -> Boolean.compare(first.primary(), second.primary()))
                .toList();
    }
}
