package org.gongkao.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.AmendmentMoves.Act;
import org.gongkao.cycle.AmendmentMoves.By;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 拟补充通知。One person proposes which fields change, another confirms; only then does anything change. */
@Component
class AmendingCycles {

    private final YearPackages packages;
    private final Amendments amendments;
    private final StandingTexts texts;
    private final PackageReader reader;
    private final Cycles cycles;
    private final AmendmentRecord record;
    private final Humans humans;
    private final RegionWords regions;

    AmendingCycles(
            YearPackages packages,
            Amendments amendments,
            StandingTexts texts,
            PackageReader reader,
            Cycles cycles,
            AmendmentRecord record,
            Humans humans,
            RegionWords regions) {
        this.packages = packages;
        this.amendments = amendments;
        this.texts = texts;
        this.reader = reader;
        this.cycles = cycles;
        this.record = record;
        this.humans = humans;
        this.regions = regions;
    }

    @Transactional
    long propose(long packageId, AmendmentForm form, Actor by, Instant arrived) {
        var of = packages.get(packageId, by);
        CycleMoves.of(of.state(), CycleAct.AMEND);
        var faults = new Faults();
        var wanted = form.check(faults);
        // A slip in the year would leave an amendment that is confirmed and never holds.
        faults.addIf(
                wanted != null && Math.abs(Shanghai.day(wanted).getYear() - of.year()) > 1,
                "wantedFrom",
                "生效时间的年份与年度方案相差太远，请核对后重填。");
        faults.addIf(
                !Regions.covers(of.region(), form.region())
                        || !Regions.covers(by.office().code(), form.region()),
                "region",
                "请从列表中选择适用地区。");
        var changes = changes(of, form, faults);
        faults.refuse();
        long id = amendments.propose(of, form, changes, wanted, by, arrived);
        record.done(of, id, Act.PROPOSE, form.documentNumber(), by, arrived);
        return id;
    }

    /** Each chosen field must exist, be open to amendment and change; and the whole must still hold together. */
    private List<Difference> changes(YearPackage of, AmendmentForm form, Faults faults) {
        var standing = texts.of(of, form.region()).root();
        var before = standing.leaves();
        var changes = new ArrayList<Difference>();
        var after = new LinkedHashMap<String, String>();
        for (int i = 0; i < form.fields().size(); i++) {
            var field = form.fields().get(i);
            var value = form.afters().get(i);
            var was = before.get(field);
            if (was == null || !reader.amendable(field) || after.containsKey(field)) {
                faults.add("fields", "所选项目不能以补充通知修改，请重新选择。");
            } else if (value.isEmpty() || value.length() > 500) {
                faults.add("after-" + i, "请填写改后的内容，不超过500个字。");
            } else if (value.equals(was)) {
                faults.add("after-" + i, "改后的内容与现行内容相同，请修改，或不选此项。");
            } else {
                after.put(field, value);
                changes.add(new Difference(field, "", was, value));
            }
        }
        // Told together with what is missing elsewhere in the form; what did not even change is left out.
        if (!after.isEmpty()) {
            for (var problem : problems(of, form.region(), after)) {
                int at = form.fields().indexOf(problem.field());
                faults.add(at < 0 ? "fields" : "after-" + at, problem.sentence());
            }
        }
        return changes;
    }

    /** Wherever it would hold: a county may have amendments of its own that it does not fit. */
    private List<Problem> problems(YearPackage of, String region, Map<String, String> changed) {
        var own = reader.reread(texts.of(of, region).root(), changed).problems();
        if (!own.isEmpty()) {
            return own;
        }
        var all = new ArrayList<Problem>();
        for (var within : texts.amendedWithin(of, region)) {
            for (var one : reader.reread(texts.of(of, within).root(), changed).problems()) {
                var sentence = regions.name(within) + "另有补充通知，合在一起不一致：" + one.sentence();
                all.add(new Problem(one.file(), one.line(), one.field(), sentence));
            }
        }
        return all;
    }

    /** From here on it holds: from the time wanted, or at once when that has passed. */
    @Transactional
    void confirm(long id, int seen, Actor by, Instant arrived) {
        var amendment = decidable(id, seen, Act.CONFIRM, by);
        var of = packages.get(amendment.packageId(), by);
        CycleMoves.of(of.state(), CycleAct.AMEND);
        // Takes the line's row first: two amendments confirmed at once follow one another, and the second looks again.
        int version = packages.nextVersion(of.region(), of.year());
        for (var one : packages.since(of)) {
            stillAsProposed(amendment, texts.of(one, amendment.region()).root());
            var problems = problems(one, amendment.region(), amendment.changed());
            if (!problems.isEmpty()) {
                throw new Refusal(
                        CycleRefusal.NO_LONGER_FITS, problems.getFirst().sentence());
            }
        }
        var wanted = amendment.wantedFrom();
        var effective = wanted == null || wanted.isBefore(arrived) ? arrived : wanted;
        amendments.decide(amendment, AmendmentState.CONFIRMED, version, effective, by, arrived);
        record.done(of, id, Act.CONFIRM, amendment.documentNumber(), by, arrived);
        record.announce(id);
        cycles.lookAgainAfterCommit();
    }

    @Transactional
    void decline(long id, int seen, Actor by, Instant arrived) {
        end(id, seen, Act.DECLINE, AmendmentState.DECLINED, by, arrived);
    }

    @Transactional
    void withdraw(long id, int seen, Actor by, Instant arrived) {
        end(id, seen, Act.WITHDRAW, AmendmentState.WITHDRAWN, by, arrived);
    }

    private void end(long id, int seen, Act act, AmendmentState to, Actor by, Instant arrived) {
        var amendment = decidable(id, seen, act, by);
        amendments.decide(amendment, to, null, null, by, arrived);
        record.done(packages.get(amendment.packageId(), by), id, act, amendment.documentNumber(), by, arrived);
    }

    private ProposedAmendment decidable(long id, int seen, Act act, Actor by) {
        var amendment = amendments.get(id, by);
        var standing = amendment.standing(by);
        if (AmendmentMoves.find(amendment.state(), act, standing).isEmpty()) {
            if (amendment.state() != AmendmentState.PROPOSED) {
                throw new Refusal(CycleRefusal.ALREADY_DECIDED);
            }
            throw new Refusal(standing == By.PROPOSER ? CycleRefusal.OWN_AMENDMENT : CycleRefusal.NOT_THE_PROPOSER);
        }
        if (standing == By.ANOTHER && humans.same(amendment.proposedBy(), by)) {
            throw new Refusal(CycleRefusal.OWN_AMENDMENT);
        }
        if (amendment.rowVersion() != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return amendment;
    }

    /** The second person has read "from this to that": "this" must still be so. */
    private void stillAsProposed(ProposedAmendment amendment, Node standing) {
        var now = standing.leaves();
        for (var change : amendment.changes()) {
            if (!change.before().equals(now.get(change.field()))) {
                throw new Refusal(
                        CycleRefusal.BASE_HAS_MOVED, reader.words(standing).label(change.field()));
            }
        }
    }
}
