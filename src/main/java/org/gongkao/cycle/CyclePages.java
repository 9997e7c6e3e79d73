package org.gongkao.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.CyclesPage.AmendmentRow;
import org.gongkao.cycle.CyclesPage.PackageRow;
import org.gongkao.cycle.PackagePage.Offer;
import org.gongkao.cycle.PackagePage.ProblemRow;
import org.gongkao.cycle.PackagePage.SectionPart;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 年度计划页面。What the pages about year packages show. */
@Component
class CyclePages {

    private final YearPackages packages;
    private final Amendments amendments;
    private final PackageReader reader;
    private final Cycles cycles;
    private final RegionWords regions;
    private final List<PackageOffer> others;

    CyclePages(
            YearPackages packages,
            Amendments amendments,
            PackageReader reader,
            Cycles cycles,
            RegionWords regions,
            List<PackageOffer> others) {
        this.packages = packages;
        this.amendments = amendments;
        this.reader = reader;
        this.cycles = cycles;
        this.regions = regions;
        this.others = List.copyOf(others);
    }

    CyclesPage list(Actor by, Instant now) {
        var all = packages.all(by);
        var current = cycles.find(now).map(Cycle::packageId).orElse(0L);
        var waiting = new ArrayList<AmendmentRow>();
        all.stream()
                .map(one -> one.region() + one.year())
                .distinct()
                .forEach(line -> all.stream()
                        .filter(one -> line.equals(one.region() + one.year()))
                        .findFirst()
                        .ifPresent(one -> waiting.addAll(rows(
                                one,
                                amendments.of(one, by).stream()
                                        .filter(amendment -> amendment.state() == AmendmentState.PROPOSED)
                                        .toList()))));
        return new CyclesPage(
                brief(by, now), all.stream().map(one -> row(one, current)).toList(), List.copyOf(waiting));
    }

    PackagePage show(YearPackage one, Actor by, Instant now) {
        var read = one.state() == CycleState.DRAFTED
                ? reader.read(one.baseText(), one.overlayText())
                : reader.readPublished(one.baseText(), one.overlayText());
        return new PackagePage(
                brief(by, now),
                one.id(),
                one.rowVersion(),
                one.title(),
                one.state().sign(),
                one.state().label(),
                facts(one),
                offers(one, read, now),
                problems(read.problems()),
                problems(read.toConfirm()),
                sections(one, read),
                one.state() == CycleState.DRAFTED ? List.of() : rows(one, amendments.of(one, by)),
                others(one, by),
                packages.history(one));
    }

    Brief brief(Actor by, Instant now) {
        int waiting = amendments.waitingFor(by);
        var cycle = cycles.find(now);
        return new Brief(
                cycle.map(Cycle::name).orElse("尚无已发布的年度计划"),
                cycle.map(one -> stage(one, now)).orElse(""),
                waiting == 0 ? "没有等您确认的补充通知" : waiting + " 份补充通知等您确认",
                "",
                "无固定期限",
                "补充通知确认后才生效");
    }

    private static String stage(Cycle cycle, Instant now) {
        return cycle.stages().stream()
                .filter(stage -> cycle.isOpen(stage.window(), now))
                .findFirst()
                .map(stage -> stage.name() + "正在进行")
                .orElse("现在不在任何阶段之内");
    }

    private PackageRow row(YearPackage one, long current) {
        var published = one.publishedAt();
        return new PackageRow(
                one.id(),
                one.title(),
                regions.name(one.region()),
                one.state().sign(),
                one.state().label(),
                Shanghai.minute(published == null ? one.draftedAt() : published),
                one.draftedByName(),
                one.id() == current);
    }

    private List<AmendmentRow> rows(YearPackage of, List<ProposedAmendment> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var words = reader.words(
                reader.readPublished(of.baseText(), of.overlayText()).root());
        return some.stream().map(one -> row(one, words)).toList();
    }

    private AmendmentRow row(ProposedAmendment one, FieldWords words) {
        return new AmendmentRow(
                one.id(),
                one.documentNumber(),
                regions.name(one.region()),
                one.state().sign(),
                one.state().label(),
                String.join(
                        "；",
                        one.changes().stream()
                                .map(change -> words.label(change.field()))
                                .toList()),
                one.proposedByName(),
                Shanghai.minute(one.proposedAt()));
    }

    private List<Line> facts(YearPackage one) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("适用地区", regions.name(one.region())));
        lines.add(new Line("起草", one.draftedByName() + "，" + Shanghai.minute(one.draftedAt())));
        var published = one.publishedAt();
        if (published != null) {
            lines.add(new Line("发布", Shanghai.minute(published)));
        }
        lines.add(new Line("内容摘要", grouped(one.hash())));
        return lines;
    }

    /** In groups of eight, to be read aloud and broken where the line ends. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }

    /** The buttons: the same table that guards the requests. */
    private List<Offer> offers(YearPackage one, ReadPackage read, Instant now) {
        var offers = new ArrayList<Offer>();
        CycleMoves.ALL.stream()
                .filter(move -> move.from() == one.state())
                .forEach(move -> offers.add(offer(move, one, closed(move, one, read, now))));
        if (one.state() != CycleState.ARCHIVED && read.faultless()) {
            others.forEach(other -> offers.add(new Offer(other.label(), other.path(one.id()), "", "")));
        }
        return offers;
    }

    private static Offer offer(CycleMoves.Move move, YearPackage one, String closed) {
        var at = "/administration/cycles/" + one.id();
        var label = move.act().label();
        return switch (move.act()) {
            case REVISE -> new Offer(label, at + "/text", "", closed);
            case AMEND -> new Offer(label, at + "/amendment", "", closed);
            case PUBLISH ->
                new Offer(label, at + "/publication", "发布后内容不能再改，只能以补充通知变更。确定发布“" + one.title() + "”吗？", closed);
            case ARCHIVE -> new Offer(label, at + "/archive", "归档后不能再拟补充通知。确定归档“" + one.title() + "”吗？", closed);
            case DRAFT -> throw new IllegalStateException("nothing moves by " + move);
        };
    }

    private String closed(CycleMoves.Move move, YearPackage one, ReadPackage read, Instant now) {
        return switch (move.needs()) {
            case NOTHING -> "";
            case FAULTLESS -> read.faultless() ? "" : "改正全部问题后才能发布。";
            case YEAR_OVER -> cycles.of(one.id(), one.region(), now).isOver(now) ? "" : "各阶段全部结束后才能归档。";
        };
    }

    List<ProblemRow> problems(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) -> problem.file().equals(PackageReader.OVERLAY))
                        .thenComparing(Problem::line))
                .map(problem -> new ProblemRow(
                        problem.file(), "第 " + problem.line() + " 行", problem.field(), problem.sentence()))
                .toList();
    }

    private List<SectionPart> sections(YearPackage one, ReadPackage read) {
        var notes = read.sections().get(Unconfirmed.class) instanceof Unconfirmed unconfirmed
                ? unconfirmed
                : new Unconfirmed(java.util.Map.of());
        var fields = new SectionParts(reader.words(read.root()), notes.notes());
        var parts = new ArrayList<SectionPart>();
        var order = new java.util.LinkedHashMap<String, Node>();
        order.put("windows", read.root().at("windows"));
        order.putAll(read.root().children());
        order.forEach((key, node) -> {
            Optional<PackageSection<?>> section = reader.section(key);
            if (section.isPresent() && !key.equals("unconfirmed")) {
                parts.add(new SectionPart(
                        section.get().title(),
                        key.equals("windows") || key.equals("settings"),
                        one.state() == CycleState.DRAFTED ? section.get().sheet(one.id()) : "",
                        fields.of(node)));
            }
        });
        parts.sort((part, other) -> Boolean.compare(other.open(), part.open()));
        return parts;
    }

    /** What a package can be compared with: every other one, and this line's earlier versions. */
    List<Option> others(YearPackage one, Actor by) {
        var options = new ArrayList<Option>();
        for (var other : packages.all(by)) {
            if (other.id() != one.id()) {
                options.add(Option.of(Long.toString(other.id()), other.title()));
            }
        }
        if (one.version() != null) {
            amendments.of(one, by).stream()
                    .filter(amendment -> amendment.version() != null)
                    .forEach(amendment -> options.add(Option.of(
                            one.id() + "-" + amendment.version(),
                            one.name() + " 第" + amendment.version() + "版（" + amendment.documentNumber() + "）")));
        }
        return options;
    }
}
