package org.gongkao.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 启动更换密钥。Puts every row that is not under the keys in use into one job. */
@Component
class RotatingKeys {

    /** How much one job takes on; the rest is a second start. */
    private static final int AT_ONCE = 100_000;

    private final List<SealedColumn> columns;
    private final JobRegister jobs;

    RotatingKeys(List<SealedColumn> columns, JobRegister jobs) {
        this.columns = columns;
        this.jobs = jobs;
    }

    @Transactional
    long start(Actor by, Instant arrived) {
        var rows = new ArrayList<JobRow>();
        for (var column : columns) {
            for (var id : column.stale()) {
                if (rows.size() < AT_ONCE) {
                    rows.add(new JobRow(rows.size() + 1, List.of(column.name(), String.valueOf(id))));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new Refusal(PersonRefusal.NOTHING_STALE);
        }
        return jobs.start(KeyRotation.NAME, "更换密钥", List.of("内容", "行号"), rows, by, arrived);
    }
}
