package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.ledger.ClosedDay;
import org.gongkao.ledger.ClosingDays;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 日结。Closes a day: all its sources are there, or one person has said why not and another one closes. What does not agree is written
 * down with it and lives on by itself. All of it in one transaction, under the lock of the day: it is closed whole, or open.
 */
@Component
class ClosingDay {

    private final ClosingDays ledger;
    private final OpenDays days;
    private final Sources sources;
    private final Reconciling reconciling;
    private final Humans humans;
    private final Audit audit;

    ClosingDay(
            ClosingDays ledger, OpenDays days, Sources sources, Reconciling reconciling, Humans humans, Audit audit) {
        this.ledger = ledger;
        this.days = days;
        this.sources = sources;
        this.reconciling = reconciling;
        this.humans = humans;
        this.audit = audit;
    }

    @Transactional
    public ClosedDay close(LocalDate day, Actor officer, Instant arrived) {
        ledger.lock(day);
        refuseOutOfTurn(day, arrived);
        var needed = sources.of(day);
        var lacking = needed.stream()
                .filter(source -> !source.isThere() && source.absent() == null)
                .map(Sources.Source::label)
                .collect(Collectors.joining("、"));
        if (!lacking.isEmpty()) {
            throw new Refusal(CloseRefusal.SOURCES_LACKING, lacking);
        }
        if (needed.stream().anyMatch(source -> isOwnWord(source, officer))) {
            throw new Refusal(CloseRefusal.SAME_PERSON);
        }
        boolean withoutFiscal = needed.stream().anyMatch(source -> source.isFiscal() && !source.isThere());
        reconciling.reconcile(withoutFiscal ? Optional.of(day) : Optional.empty(), arrived);
        sources.freeze(day, needed);
        var closed = ledger.close(day, sources.besideHash(day), officer, arrived);
        audit.record(officer, "日结", "day:" + day, closed.entries() + " 笔凭证，校验码 " + closed.hash());
        return closed;
    }

    private boolean isOwnWord(Sources.Source source, Actor officer) {
        var absent = source.absent();
        return !source.isThere() && absent != null && humans.same(absent.by(), officer);
    }

    private void refuseOutOfTurn(LocalDate day, Instant arrived) {
        if (ledger.find(day).isPresent()) {
            throw new Refusal(CloseRefusal.CLOSED_ALREADY);
        }
        if (!day.isBefore(Shanghai.day(arrived))) {
            throw new Refusal(CloseRefusal.DAY_NOT_OVER);
        }
        var next = days.first().orElseThrow(() -> new Refusal(CloseRefusal.NO_SUCH_DAY));
        if (!next.equals(day)) {
            throw new Refusal(
                    day.isBefore(next) ? CloseRefusal.NO_SUCH_DAY : CloseRefusal.NOT_IN_ORDER, Shanghai.date(next));
        }
    }

    /** One person says why a source cannot be had. */
    @Transactional
    public void nameAbsent(LocalDate day, String source, String words, Actor officer, Instant arrived) {
        ledger.lock(day);
        if (ledger.find(day).isPresent()) {
            throw new Refusal(CloseRefusal.CLOSED_ALREADY);
        }
        if (!day.isBefore(Shanghai.day(arrived))) {
            throw new Refusal(CloseRefusal.DAY_NOT_OVER);
        }
        var reason = words.strip();
        if (reason.isEmpty() || reason.length() > ImportingFiscal.LONGEST_REASON) {
            throw new Refusal(CloseRefusal.WORDS_MISSING);
        }
        var named = sources.of(day).stream()
                .filter(one -> one.code().equals(source))
                .findFirst()
                .orElseThrow(() -> new Refusal(CloseRefusal.NO_SUCH_SOURCE));
        if (named.isThere()) {
            throw new Refusal(CloseRefusal.SOURCE_THERE);
        }
        if (!sources.name(day, source, reason, officer, arrived)) {
            throw new Refusal(CloseRefusal.NAMED_ALREADY);
        }
        audit.record(officer, "说明缺少来源", "day:" + day, named.label() + "：" + reason);
    }
}
