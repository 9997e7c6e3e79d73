package org.gongkao.application.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkao.application.Application;
import org.gongkao.application.Basis;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.RecordLines;
import org.gongkao.application.ReviewItem;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one item of a file together for an officer: its content, what others found, what this office has set or is typing. */
@Component
class ReviewItems {

    private final RecordLines records;
    private final ReviewPages.Names names;

    ReviewItems(RecordLines records, ReviewPages.Names names) {
        this.records = records;
        this.names = names;
    }

    ReviewPage.Item item(
            Application file,
            ReviewItem item,
            Findings findings,
            Actor actor,
            @Nullable ReviewForm typed,
            Map<String, ReviewPage.Ruled> ruled,
            List<ReviewPage.Sheet> sheets) {
        var own = findings.of(actor.office(), item);
        var earlier = new ArrayList<ReviewPage.Earlier>();
        for (var other : findings.newest()) {
            if (other.isOn(item) && !other.office().equals(actor.officeText())) {
                var basis = other.basis() == null ? "" : "，对照" + other.basis().label();
                earlier.add(new ReviewPage.Earlier(
                        other.outcome().sign(),
                        names.office(other.office()) + "：" + other.outcome().label() + basis + why(other)));
            }
        }
        var notSaved = typed == null ? "" : notSaved(item, own.orElse(null), typed);
        var kept = notSaved.isEmpty() ? typed : null;
        var outcome = kept == null ? null : kept.outcome(item);
        var basis = kept == null ? null : kept.basis(item);
        return new ReviewPage.Item(
                item.key(),
                item.label(),
                sheets.stream()
                        .filter(sheet -> sheet.key().equals(item.key()))
                        .findFirst()
                        .orElse(null),
                ruled.get(item.key()),
                item.kind() != ReviewItem.Kind.GROUP
                        ? List.of()
                        : records.of(file, FieldGroup.valueOf(item.key().toUpperCase(Locale.ROOT))),
                earlier,
                outcome != null
                        ? outcome.name()
                        : own.map(f -> f.outcome().name()).orElse(""),
                basis != null
                        ? basis.name()
                        : own.map(Finding::basis).map(Enum::name).orElse(""),
                kept != null && outcome != null
                        ? kept.value("problem", item.key())
                        : own.map(Finding::problem).orElse(""),
                kept != null && outcome != null
                        ? kept.value("remedy", item.key())
                        : own.map(Finding::remedy).orElse(""),
                own.filter(f -> !f.foundBy().isEmpty() && !f.foundBy().equals(actor.name()))
                        .map(f -> f.foundBy() + " " + Shanghai.minute(f.at()) + " 核对："
                                + said(f.outcome(), f.basis(), f.problem(), f.remedy()))
                        .orElse(""),
                notSaved,
                findings.newest().stream().anyMatch(f -> f.isOn(item) && f.outcome() == ItemOutcome.ON_SITE),
                findings.seen().contains(Findings.seenKey(item)));
    }

    /** Why another office wants the original. */
    private static String why(Finding other) {
        return other.outcome() == ItemOutcome.ON_SITE && !other.problem().isEmpty() ? "，" + other.problem() : "";
    }

    /** What was typed for an item on which somebody has saved something else meanwhile; empty where there is no such thing. */
    private static String notSaved(ReviewItem item, @Nullable Finding stands, ReviewForm typed) {
        var outcome = typed.outcome(item);
        if (stands == null || stands.id() <= typed.newest() || outcome == null) {
            return "";
        }
        var mine =
                said(outcome, typed.basis(item), typed.value("problem", item.key()), typed.value("remedy", item.key()));
        return mine.equals(said(stands.outcome(), stands.basis(), stands.problem(), stands.remedy()))
                ? ""
                : "您刚才填的没有保存：" + mine + "。";
    }

    /** 不符合，对照人事档案；与档案不一致；按档案改. */
    private static String said(ItemOutcome outcome, @Nullable Basis basis, String problem, String remedy) {
        boolean unmet = outcome == ItemOutcome.UNMET;
        return outcome.label()
                + (basis == null ? "" : "，对照" + basis.label())
                + (outcome == ItemOutcome.MET || problem.isEmpty() ? "" : "；" + problem)
                + (!unmet || remedy.isEmpty() ? "" : "；" + remedy);
    }
}
