package org.gongkao.application.levelone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 批量登记纸质材料。A bundle that was carried over is received or forwarded at once, each by the very act of a single one. */
@Component
class MovingPapersTogether implements Task {

    private static final List<String> HEADER = List.of("申报编号", "版本", "办理");

    private final MovingPapers moving;
    private final JobRegister register;

    MovingPapersTogether(MovingPapers moving, JobRegister register) {
        this.moving = moving;
        this.register = register;
    }

    /** The chosen ones as {@code number@version}. */
    @Transactional
    public long start(List<String> chosen, PaperAct act, Actor by, Instant arrived) {
        if (act != PaperAct.RECEIVE && act != PaperAct.FORWARD) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var rows = new ArrayList<JobRow>();
        for (var one : chosen) {
            var file = one.split("@", 2);
            if (file.length == 2 && file[1].matches("[0-9]{1,9}")) {
                rows.add(new JobRow(rows.size() + 1, List.of(file[0], file[1], act.key())));
            }
        }
        if (rows.isEmpty()) {
            throw new Refusal(LevelOneRefusal.NO_PAPER_CHOSEN);
        }
        return register.start(name(), "纸质材料：" + act.label(), HEADER, rows, by, arrived);
    }

    @Override
    public String name() {
        return "paper-batch";
    }

    @Override
    public String label() {
        return "批量登记纸质材料";
    }

    @Override
    public Optional<String> subject(JobRow row) {
        return row.subject("application");
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        var number = row.cell(0);
        var act = PaperAct.of(row.cell(2)).orElseThrow();
        moving.act(number, act, Integer.parseInt(row.cell(1)), by, at);
        return Outcome.done(number, "已" + act.label() + "。", "/papers/" + number);
    }
}
