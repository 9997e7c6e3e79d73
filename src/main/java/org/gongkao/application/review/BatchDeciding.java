package org.gongkao.application.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.review.Reviewing.UnitsWord;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批量办理。Decides on many files of the queue, each by the very act of a single one and on the findings that the office has
 * already set item by item; it sets none. A row is the file's number, the version that was on the screen, the act, and the
 * person responsible.
 */
@Component
class BatchDeciding implements Task {

    static final String APPROVE = "approve";
    static final String RETURN = "return";

    private static final List<String> HEADER = List.of("申报编号", "版本", "办理", "责任人");

    private final Reviewing reviewing;
    private final JobRegister register;

    BatchDeciding(Reviewing reviewing, JobRegister register) {
        this.reviewing = reviewing;
        this.register = register;
    }

    /** The chosen files as {@code number@version}. */
    @Transactional
    public long start(List<String> chosen, String act, String responsible, Actor officer, Instant arrived) {
        if (!act.equals(APPROVE) && !act.equals(RETURN)) {
            throw new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW);
        }
        if (responsible.strip().length() > ReviewForm.LONGEST_NAME) {
            throw new Refusal(ApplicationRefusal.RESPONSIBLE_TOO_LONG);
        }
        var rows = new ArrayList<JobRow>();
        for (var one : chosen) {
            var file = one.split("@", 2);
            if (file.length == 2 && file[1].matches("[0-9]{1,9}")) {
                rows.add(new JobRow(rows.size() + 1, List.of(file[0], file[1], act, responsible.strip())));
            }
        }
        if (rows.isEmpty()) {
            throw new Refusal(ApplicationRefusal.NOTHING_CHOSEN);
        }
        if (act.equals(APPROVE) && officer.is(Role.UNIT_CLERK) && responsible.isBlank()) {
            throw new Refusal(ApplicationRefusal.RESPONSIBLE_MISSING);
        }
        return register.start(name(), act.equals(APPROVE) ? "批量通过" : "批量退回修改", HEADER, rows, officer, arrived);
    }

    @Override
    public String name() {
        return "review-batch";
    }

    @Override
    public String label() {
        return "批量审查";
    }

    @Override
    public int pieceSize() {
        return 20;
    }

    @Override
    public Optional<String> subject(JobRow row) {
        return row.subject("application");
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        var number = row.cell(0);
        int version = Integer.parseInt(row.cell(1));
        var path = "/reviews/" + number;
        if (row.cell(2).equals(APPROVE)) {
            // A text of liability is read file by file: what is promised cannot pass in a batch.
            reviewing.approve(number, version, List.of(), new UnitsWord(row.cell(3), false), by, at);
            return Outcome.done(number, "已通过。", path);
        }
        reviewing.returnForCorrection(number, version, List.of(), "", by, at);
        return Outcome.done(number, "已退回修改，全部问题已一次告知申报人。", path);
    }
}
