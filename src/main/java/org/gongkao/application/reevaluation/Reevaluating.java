package org.gongkao.application.reevaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkao.application.reevaluation.Reevaluation.Stretch;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.ComparedPackage;
import org.gongkao.cycle.ComparedPackages;
import org.gongkao.cycle.Cycles;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 启动复评。Starts one run over the files of a year, and ends it. */
@Service
class Reevaluating {

    private static final List<String> HEADER = List.of("复评", "内部序号起", "内部序号止", "申报编号起", "申报编号止", "份数");

    private final ComparedPackages packages;
    private final Cycles cycles;
    private final Eligibility eligibility;
    private final Reevaluations reevaluations;
    private final JobRegister jobs;
    private final Audit audit;

    Reevaluating(
            ComparedPackages packages,
            Cycles cycles,
            Eligibility eligibility,
            Reevaluations reevaluations,
            JobRegister jobs,
            Audit audit) {
        this.packages = packages;
        this.cycles = cycles;
        this.eligibility = eligibility;
        this.reevaluations = reevaluations;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional
    long start(long packageId, int size, Actor by, Instant arrived) {
        var compared = packages.get(packageId, by);
        var stretches = reevaluations.stretches(compared, size);
        if (stretches.isEmpty()) {
            throw new Refusal(ReevaluationRefusal.NOTHING_STORED, compared.year());
        }
        long id = add(compared, stretches.size(), by, arrived);
        var rows = new ArrayList<JobRow>();
        for (var one : stretches) {
            rows.add(one.row(id, rows.size() + 1));
        }
        long job =
                jobs.start(ReevaluationTask.NAME, "资格复评：" + compared.title(), HEADER, List.copyOf(rows), by, arrived);
        reevaluations.runsAs(id, job, by);
        int files = stretches.stream().mapToInt(Stretch::files).sum();
        audit.record(by, "启动资格复评", "reevaluation:" + id, compared.title() + "，共 " + files + " 份");
        return id;
    }

    private long add(ComparedPackage compared, int pieces, Actor by, Instant arrived) {
        try {
            return reevaluations.add(compared, pieces, sentences(compared, by, arrived), by, arrived);
        } catch (DuplicateKeyException another) {
            throw new Refusal(ReevaluationRefusal.UNDER_WAY);
        }
    }

    /** Kept with the run: a draft may be written anew afterwards. A condition that it drops is known from the year in force. */
    private Map<String, String> sentences(ComparedPackage compared, Actor by, Instant arrived) {
        var sentences = new TreeMap<String, String>();
        cycles.find(arrived).ifPresent(inForce -> sentences.putAll(eligibility.sentences(inForce)));
        sentences.putAll(eligibility.sentences(packages.rules(compared, by).apply(compared.regionCode())));
        return sentences;
    }
}
