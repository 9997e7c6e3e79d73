package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 单位批量预约。由单位人事部门集中报送 (notice 二（一）): books one time for many files of the unit, each by the very act of a single
 * booking. A row is the file's number and the time; what no longer fits is told file by file.
 */
@Component
class BookingForUnit implements Task {

    private static final List<String> HEADER = List.of("申报编号", "时段");

    private final BookingVisits booking;
    private final JobRegister register;

    BookingForUnit(BookingVisits booking, JobRegister register) {
        this.booking = booking;
        this.register = register;
    }

    @Transactional
    public long start(List<String> numbers, long slot, Actor clerk, Instant arrived) {
        if (numbers.isEmpty()) {
            throw new Refusal(OnSiteRefusal.FILE_NOT_CHOSEN);
        }
        var rows = new ArrayList<JobRow>();
        for (var number : numbers) {
            rows.add(new JobRow(rows.size() + 1, List.of(number, String.valueOf(slot))));
        }
        return register.start(name(), label(), HEADER, rows, clerk, arrived);
    }

    @Override
    public String name() {
        return "visit-booking";
    }

    @Override
    public String label() {
        return "批量预约现场审查";
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
        booking.book(row.cell(0), Long.parseLong(row.cell(1)), by, at);
        return Outcome.done(row.cell(0), "已预约。", "/visits/" + row.cell(0));
    }
}
