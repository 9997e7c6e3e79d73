package org.gongkao.application.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.application.History;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Moves;
import org.gongkao.application.Moving;
import org.gongkao.application.RecordLines;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.Timing;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a file's page together for the officer who looks at it. */
@Component
class ReviewPages {

    private static final String RESPONSIBILITY =
            "申报单位及其相关责任人应落实人事管理的主体责任，严格按照有关政策规定组织报名和资格审核，" + "并对申报材料的真实性负主要审查责任。（考务通知 三（三））";

    private final ItemFindings itemFindings;
    private final History history;
    private final Queues queues;
    private final RecordLines records;
    private final Moving moving;
    private final Names names;

    ReviewPages(
            ItemFindings itemFindings,
            History history,
            Queues queues,
            RecordLines records,
            Moving moving,
            Names names) {
        this.itemFindings = itemFindings;
        this.history = history;
        this.queues = queues;
        this.records = records;
        this.moving = moving;
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

    ReviewPage page(Application file, Actor actor, Instant now, @Nullable ReviewForm typed, List<Fault> faults) {
        var findings = itemFindings.of(file);
        var timing = moving.timing(file, now);
        var offered = EnumSet.noneOf(Act.class);
        offered.addAll(Moves.offered(file.state(), file.partiesOf(actor), timing.openAt(now)));
        boolean mine = offered.contains(Act.APPROVE);
        var card = names.persons.card(file.personId());
        var cycle = moving.cycle(file, now);
        var occupation = names.catalogue
                .find(cycle, file.occupation())
                .map(Occupation::name)
                .orElse(file.occupation());
        return new ReviewPage(
                file.number(),
                file.version(),
                card.name(),
                file.level().full() + " " + occupation,
                brief(file, timing, offered, actor, now),
                List.of(
                        new Line("申报编号", file.number()),
                        new Line("证件号码", card.maskedNumber()),
                        new Line("单位", names.organisation.unit(file.unitCode()).name()),
                        new Line("审核路径", route(file)),
                        new Line(
                                "提交时间",
                                file.filing() == null
                                        ? ""
                                        : Shanghai.second(file.filing().submittedAt()))),
                findings.items().stream()
                        .map(item -> item(file, item, findings, actor, typed))
                        .toList(),
                mine,
                acts(offered),
                why(file, findings, actor, mine),
                words(typed),
                actor.office().kind() == Office.Kind.UNIT ? RESPONSIBILITY : "",
                queues.beside(file, actor, false),
                queues.beside(file, actor, true),
                history(file),
                faults);
    }

    private ReviewPage.Item item(
            Application file, ReviewItem item, Findings findings, Actor actor, @Nullable ReviewForm typed) {
        var own = findings.of(actor.office(), item);
        var earlier = new ArrayList<ReviewPage.Earlier>();
        for (var other : findings.newest()) {
            if (other.isOn(item) && !other.office().equals(actor.officeText())) {
                var basis = other.basis() == null ? "" : "，对照" + other.basis().label();
                earlier.add(new ReviewPage.Earlier(
                        other.outcome().sign(),
                        names.office(other.office()) + "：" + other.outcome().label() + basis));
            }
        }
        var outcome = typed == null ? null : typed.outcome(item);
        var basis = typed == null ? null : typed.basis(item);
        return new ReviewPage.Item(
                item.key(),
                item.label(),
                item.isMaterial()
                        ? "/applications/" + file.number() + "/materials/"
                                + item.key().substring(9)
                        : "",
                item.kind() != ReviewItem.Kind.GROUP
                        ? List.of()
                        : records.of(file, FieldGroup.valueOf(item.key().toUpperCase(java.util.Locale.ROOT))),
                earlier,
                outcome != null
                        ? outcome.name()
                        : own.map(f -> f.outcome().name()).orElse(""),
                basis != null
                        ? basis.name()
                        : own.map(Finding::basis).map(Enum::name).orElse(""),
                typed != null
                        ? typed.value("problem", item.key())
                        : own.map(Finding::problem).orElse(""),
                typed != null
                        ? typed.value("remedy", item.key())
                        : own.map(Finding::remedy).orElse(""),
                findings.newest().stream().anyMatch(f -> f.isOn(item) && f.outcome() == ItemOutcome.ON_SITE),
                findings.seen().contains(Findings.seenKey(item)));
    }

    private static ReviewPage.Words words(@Nullable ReviewForm typed) {
        return typed == null
                ? ReviewPage.Words.NONE
                : new ReviewPage.Words(
                        typed.word("reason"), typed.word("clause"), typed.word("responsible"), typed.word("until"));
    }

    private static ReviewPage.Acts acts(Set<Act> offered) {
        return new ReviewPage.Acts(
                offered.contains(Act.APPROVE),
                offered.contains(Act.RETURN),
                offered.contains(Act.REJECT),
                offered.contains(Act.REMIND),
                offered.contains(Act.UPHOLD),
                offered.contains(Act.REOPEN));
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
            return "还有 " + open + " 项未核对。";
        }
        if (unmet > 0) {
            return unmet + " 项不符合，可退回修改或不予通过。";
        }
        return file.isLastTier() && !findings.originalsOutstanding().isEmpty()
                ? "有 " + findings.originalsOutstanding().size() + " 项原件尚未核对。"
                : "逐项核对完毕。";
    }

    private Brief brief(Application file, Timing timing, Set<Act> offered, Actor actor, Instant now) {
        var holder = file.progress().holder();
        var since = file.progress().heldSince();
        boolean running = holder != null && since != null;
        var cycle = moving.cycle(file, now);
        var end = file.state() == ApplicationState.OBJECTED && since != null
                ? cycle.workingDays().deadline(since, cycle.objectionDays())
                : timing.reviewEnd();
        return new Brief(
                file.state().label(),
                holder == null ? "" : names.office(holder.toString()),
                offered.isEmpty() ? "现在没有要您办的事" : asked(offered),
                "",
                running ? Shanghai.deadline(end) : "—",
                running && !now.isBefore(end) ? "已逾期" : "");
    }

    private static String asked(Set<Act> offered) {
        if (offered.contains(Act.APPROVE)) {
            return "逐项核对后作出一个决定";
        }
        return offered.contains(Act.REMIND) ? "单位逾期未审，另定审核期限" : "对申诉作出决定";
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
        return history.of(file).stream()
                .map(e -> new Line(Shanghai.minute(e.at()), line(e)))
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
