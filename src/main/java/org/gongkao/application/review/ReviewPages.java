package org.gongkao.application.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Assistance;
import org.gongkao.application.Assistances;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.application.History;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Moves;
import org.gongkao.application.Moving;
import org.gongkao.application.Promise;
import org.gongkao.application.Promises;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.Timing;
import org.gongkao.application.When;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a file's page together for the officer who looks at it. */
@Component
class ReviewPages {

    /** What the unit that approves is told before it does, of one file and of many. */
    static final String RESPONSIBILITY = "申报单位及其相关责任人应落实人事管理的主体责任，严格按照有关政策规定组织报名和资格审核，并对申报材料的真实性负主要审查责任。（考务通知 三（三））";

    private final ItemFindings itemFindings;
    private final History history;
    private final Bench bench;
    private final Notes notes;
    private final Consenting consenting;
    private final LateDefects late;
    private final ReviewItems items;
    private final Moving moving;
    private final Promises promises;
    private final Deferrals deferrals;
    private final Assistances assistances;
    private final Names names;

    ReviewPages(
            ItemFindings itemFindings,
            History history,
            Bench bench,
            Notes notes,
            Consenting consenting,
            LateDefects late,
            ReviewItems items,
            Moving moving,
            Promises promises,
            Deferrals deferrals,
            Assistances assistances,
            Names names) {
        this.itemFindings = itemFindings;
        this.history = history;
        this.bench = bench;
        this.notes = notes;
        this.consenting = consenting;
        this.late = late;
        this.items = items;
        this.moving = moving;
        this.promises = promises;
        this.deferrals = deferrals;
        this.assistances = assistances;
        this.names = names;
    }

    /** 名称。Looks up what is shown by name. */
    @Component
    static class Names {
        private final Persons persons;
        private final Organisation organisation;
        private final Catalogue catalogue;

        Names(Persons persons, Organisation organisation, Catalogue catalogue) {
            this.persons = persons;
            this.organisation = organisation;
            this.catalogue = catalogue;
        }

        String office(@Nullable String office) {
            return office == null ? "" : organisation.officeName(Office.parse(office));
        }
    }

    /** The page, with what was typed into an earlier one; what a colleague saved since then stands, and is named. */
    ReviewPage page(Application file, Actor actor, Instant now, @Nullable ReviewForm typed, List<Fault> faults) {
        var findings = itemFindings.of(file);
        var timing = moving.timing(file, now);
        var offered = EnumSet.noneOf(Act.class);
        offered.addAll(Moves.offered(file.state(), file.partiesOf(actor), timing.openAt(now)));
        var against = against(file, offered, actor);
        boolean mine = offered.contains(Act.APPROVE);
        var card = names.persons.card(file.personId());
        var cycle = moving.cycle(file, now);
        var occupation = names.catalogue
                .find(cycle, file.occupation())
                .map(Occupation::name)
                .orElse(file.occupation());
        var sheets = bench.sheets(file);
        var ruled = bench.conditions(file, cycle, sheets);
        return new ReviewPage(
                file.number(),
                file.version(),
                findings.newest().stream().mapToLong(Finding::id).max().orElse(0),
                card.name(),
                file.level().full() + " " + occupation,
                Stream.of(
                                card.maskedNumber(),
                                names.organisation.unit(file.unitCode()).name(),
                                bench.path(file),
                                assisted(file) ? "单位经办人代填" : "")
                        .filter(word -> !word.isEmpty())
                        .toList(),
                state(file, timing.openAt(now), offered, actor)
                        + against.map(no -> "。" + no.sentence()).orElse(""),
                due(file, timing, cycle, now),
                bench.queue(file, actor, cycle, now),
                List.of(
                        new Line("申报编号", file.number()),
                        new Line("审核路径", route(file)),
                        new Line(
                                "提交时间",
                                file.filing() == null
                                        ? ""
                                        : Shanghai.second(file.filing().submittedAt()))),
                objection(file),
                bench.atUnit(file, actor),
                findings.items().stream()
                        .map(item -> items.item(file, item, findings, actor, typed, ruled, sheets))
                        .sorted(Bench.WORST_FIRST)
                        .toList(),
                sheets,
                mine ? defects(findings, actor) : List.of(),
                mine,
                acts(offered),
                closed(findings, actor, mine),
                why(file, findings, actor, mine),
                words(typed),
                actor.office().kind() == Office.Kind.UNIT ? RESPONSIBILITY : "",
                history(file),
                Notes.areOpenTo(actor, file) ? remarks(file, actor, typed) : null,
                asked(file, findings, actor),
                deferrals.standing(file),
                faults);
    }

    /** What stands against this person's or anybody's judging: the page says so in place of the buttons. */
    private Optional<Refusal> against(Application file, Set<Act> offered, Actor actor) {
        if (offered.stream().anyMatch(Act::decides)) {
            var person = moving.againstPerson(file, actor);
            if (person.isPresent()) {
                offered.removeIf(Act::decides);
                return person;
            }
        }
        if (file.isOf(actor) && offered.remove(Act.REMIND)) {
            return Optional.of(new Refusal(ApplicationRefusal.OWN_FILE));
        }
        // What the agency has reported is decided on no further.
        var anybody =
                offered.contains(Act.APPROVE) ? moving.against(file, Act.APPROVE, actor) : Optional.<Refusal>empty();
        if (anybody.isPresent()) {
            offered.removeAll(EnumSet.of(Act.APPROVE, Act.RETURN, Act.REJECT));
        }
        return anybody;
    }

    /** Who was quicker, for the second of two officers: what the colleagues saved since, or what became of the file. */
    String meanwhile(Application file, Actor actor, ReviewForm typed) {
        var saved = itemFindings.of(file).newest().stream()
                .filter(f -> f.id() > typed.newest() && f.office().equals(actor.officeText()))
                .toList();
        if (actor.office().equals(file.progress().holder())) {
            return saved.isEmpty()
                    ? ""
                    : saved.stream().map(Finding::foundBy).distinct().collect(Collectors.joining("、")) + "刚保存了 "
                            + saved.size() + " 项核对结果，已标在各项下面，没有被您的覆盖。";
        }
        var last = history.of(file).getLast();
        return last.actorName() + "已在" + Shanghai.minute(last.at()) + "办理：" + last.label() + "。";
    }

    private boolean assisted(Application file) {
        return assistances.of(file).stream().anyMatch(Assistance::hasWritten);
    }

    /** 申诉: what the worker says, and the decision that it is about. */
    private List<Line> objection(Application file) {
        if (file.state() != ApplicationState.OBJECTED) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        for (var entry : history.of(file).reversed()) {
            if (entry.act().equals(Act.OBJECT.name()) && lines.isEmpty()) {
                lines.add(new Line("申诉理由", entry.reason()));
                lines.add(new Line("申诉时间", Shanghai.minute(entry.at())));
            } else if (entry.act().equals(Act.REJECT.name())) {
                lines.add(new Line("原决定", names.office(entry.office()) + "　" + entry.label()));
                lines.add(new Line("原决定的理由", entry.reason()));
                lines.add(new Line("依据", entry.clause()));
                break;
            }
        }
        return lines;
    }

    private ReviewPage.Remarks remarks(Application file, Actor actor, @Nullable ReviewForm typed) {
        return new ReviewPage.Remarks(
                notes.of(file, actor).stream()
                        .map(note -> new Line(
                                Shanghai.minute(note.at()),
                                names.office(note.office()) + "　" + note.actorName() + "：" + note.text()))
                        .toList(),
                typed == null ? "" : typed.word("remark"));
    }

    /** The late defects that the actor may consent to, in words. */
    private List<String> asked(Application file, Findings findings, Actor actor) {
        return consenting.asked(file, actor).stream()
                .map(defect -> findings.items().stream()
                                .filter(defect::isOn)
                                .map(ReviewItem::label)
                                .findFirst()
                                .orElse("")
                        + "：" + defect.problem())
                .toList();
    }

    private static ReviewPage.Words words(@Nullable ReviewForm typed) {
        return typed == null
                ? ReviewPage.Words.NONE
                : new ReviewPage.Words(
                        typed.word("reason"),
                        typed.word("clause"),
                        typed.word("responsible"),
                        typed.unitsWord().liability(),
                        typed.word("until"));
    }

    private static ReviewPage.Acts acts(Set<Act> offered) {
        return new ReviewPage.Acts(
                offered.contains(Act.APPROVE),
                offered.contains(Act.RETURN),
                offered.contains(Act.REJECT),
                offered.contains(Act.REMIND),
                offered.contains(Act.UPHOLD),
                offered.contains(Act.REOPEN),
                offered.contains(Act.REEXAMINE));
    }

    private static List<ReviewPage.Defect> defects(Findings findings, Actor actor) {
        return findings.items().stream()
                .flatMap(item -> findings.of(actor.office(), item).stream()
                        .filter(one -> one.outcome() == ItemOutcome.UNMET)
                        .map(one -> new ReviewPage.Defect(item.key(), item.label(), one.problem(), one.remedy())))
                .toList();
    }

    private static String closed(Findings findings, Actor actor, boolean mine) {
        return mine && !findings.letPass(actor.office()) ? "还不能通过：" : "";
    }

    /** Why the file cannot be approved as it is. */
    private static String why(Application file, Findings findings, Actor actor, boolean mine) {
        if (!mine) {
            return "";
        }
        long open = findings.items().stream()
                .filter(i -> findings.of(actor.office(), i).isEmpty())
                .count();
        int unmet = findings.defects(actor.office()).size();
        if (open > 0) {
            return "还有 " + open + " 项未核对" + (unmet > 0 ? "，" + unmet + " 项不符合。" : "。");
        }
        if (unmet > 0) {
            return unmet + " 项不符合，可退回修改或不予通过。";
        }
        return file.isLastTier() && !findings.originalsOutstanding().isEmpty()
                ? "有 " + findings.originalsOutstanding().size() + " 项原件尚未核对。"
                : "逐项核对完毕。";
    }

    private String state(Application file, Set<When> open, Set<Act> offered, Actor actor) {
        var holder = file.progress().holder();
        // The bell closes the tiers below the agency; the agency's own work goes on.
        boolean stopped = offered.isEmpty() && actor.office().equals(holder) && open.contains(When.TIER_OVERDUE);
        return file.state().label()
                + (holder == null || holder.equals(actor.office()) ? "" : "，在" + names.office(holder.toString()))
                + (offered.isEmpty() ? "" : "。" + asked(offered) + "。")
                + (stopped ? "。审核时间已过，请等工考管理机构另定期限，另定后可以继续审核。" : "");
    }

    private static String asked(Set<Act> offered) {
        if (offered.contains(Act.APPROVE)) {
            return "逐项核对后作出一个决定";
        }
        if (offered.contains(Act.REEXAMINE)) {
            return "认为下级的决定有误的，可以要求重新审核";
        }
        return offered.contains(Act.REMIND) ? "单位逾期未审，另定审核期限" : "对申诉作出决定";
    }

    private ReviewPage.Due due(Application file, Timing timing, Cycle cycle, Instant now) {
        var since = file.progress().heldSince();
        var promise = file.state() == ApplicationState.OBJECTED && since != null
                ? Optional.of(Promise.ofObjection(cycle, since, now))
                : promises.of(file, cycle, timing, now);
        return promise.map(due -> QueueLines.inFull(due, cycle, now)).orElse(new ReviewPage.Due(Sign.REST, ""));
    }

    private String route(Application file) {
        return file.filing() == null
                ? ""
                : String.join(
                        " → ",
                        file.filing().route().stream()
                                .map(o -> names.office(o.toString()))
                                .toList());
    }

    private List<Line> history(Application file) {
        var acts = history.of(file).stream().map(e -> Map.entry(e.at(), line(e)));
        var consents = late.consents(file).stream()
                .map(c -> Map.entry(
                        c.at(), "同意再次退回　" + names.office(c.superior()) + "　" + c.actorName() + "：" + c.reason()));
        var assisted = assistances.of(file).stream()
                .filter(Assistance::hasWritten)
                .map(one -> Map.entry(one.begunAt(), one.words(names.office(one.office()))));
        return Stream.of(acts, consents, assisted)
                .flatMap(one -> one)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Line(Shanghai.minute(e.getKey()), e.getValue()))
                .toList();
    }

    private String line(History.Entry entry) {
        var office = names.office(entry.office());
        return entry.label()
                + (office.isEmpty() ? "" : "　" + office)
                + ("SYSTEM".equals(entry.role()) ? "" : "　" + entry.actorName())
                + (entry.responsible().isEmpty() ? "" : "，责任人" + entry.responsible())
                + (entry.reason().isEmpty() ? "" : "：" + entry.reason())
                + (entry.clause().isEmpty() ? "" : "（依据：" + entry.clause() + "）");
    }
}
