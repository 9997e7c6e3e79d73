package org.gongkao.application.reevaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.gongkao.application.reevaluation.Counts.Kind;
import org.gongkao.application.reevaluation.Reevaluation.Stored;
import org.gongkao.application.reevaluation.Reevaluation.Stretch;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.ComparedPackages;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.eligibility.FactsText;
import org.gongkao.eligibility.VerdictOutcome;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Office;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges the stored facts of one stretch of files again and keeps what comes out otherwise. One row is one transaction. */
@Component
class ReevaluationTask implements Task {

    static final String NAME = "reevaluation";

    private static final Logger log = LoggerFactory.getLogger(ReevaluationTask.class);

    private final ComparedPackages packages;
    private final Eligibility eligibility;
    private final Reevaluations reevaluations;
    private final Differences differences;
    private final Audit audit;

    ReevaluationTask(
            ComparedPackages packages,
            Eligibility eligibility,
            Reevaluations reevaluations,
            Differences differences,
            Audit audit) {
        this.packages = packages;
        this.eligibility = eligibility;
        this.reevaluations = reevaluations;
        this.differences = differences;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "资格复评";
    }

    @Override
    public int pieceSize() {
        return 1;
    }

    /** Its rows belong to one run of its own, which ends with it. */
    @Override
    public boolean canBeCarriedOn() {
        return false;
    }

    @Override
    public String what(JobRow row) {
        return Stretch.of(row).label();
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        long start = System.nanoTime();
        var run = reevaluations.get(Long.parseLong(row.cell(0)), by);
        var rules = packages.rules(run.compared(), by);
        var files = reevaluations.stored(run, Stretch.of(row));
        long read = System.nanoTime();
        var counts = new Counts();
        var differing = new ArrayList<Comparison>();
        var cycles = new HashMap<String, Cycle>();
        for (var file : files) {
            var cycle = cycles.computeIfAbsent(
                    file.authority(),
                    authority -> rules.apply(Office.parse(authority).code()));
            compare(file, cycle, differing, counts);
        }
        counts.add(Kind.FILES, files.size());
        differing.forEach(counts::add);
        long judged = System.nanoTime();
        differences.write(run, row.line(), differing, counts);
        log.debug(
                "{} files: read {} us, judged {} us, written {} us",
                files.size(),
                (read - start) / 1_000,
                (judged - read) / 1_000,
                (System.nanoTime() - judged) / 1_000);
        return Outcome.done(what(row), "复评 " + files.size() + " 份，结论有变化 " + differing.size() + " 份。", run.path());
    }

    private void compare(Stored file, Cycle cycle, List<Comparison> differing, Counts counts) {
        try {
            var after = eligibility.judge(FactsText.read(file.facts()), cycle);
            Comparison.of(file, VerdictOutcome.read(file.verdict()), VerdictOutcome.of(after))
                    .ifPresent(differing::add);
        } catch (InvalidInput older) {
            // Facts that a later release does not know any more; the neighbours are judged all the same.
            counts.add(Kind.UNREADABLE, 1);
        }
    }

    @Override
    public void ended(long job, boolean whole, Actor by, Instant at) {
        var run = reevaluations.ofJob(job, by);
        reevaluations.end(run, whole, at);
        var counts = reevaluations.counts(List.of(run)).getOrDefault(run.id(), new Counts());
        audit.record(
                by,
                whole ? "资格复评完成" : "取消资格复评",
                "reevaluation:" + run.id(),
                "已复评 " + counts.of(Kind.FILES) + " 份，结论有变化 " + counts.of(Kind.OVERALL) + " 份");
    }
}
