package org.gongkao.application.reevaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.ComparedPackage;
import org.gongkao.job.JobRow;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** One run over the stored verdicts of a year; {@code sentences} name the conditions by their ids. */
record Reevaluation(
        long id,
        ComparedPackage compared,
        int pieces,
        Map<String, String> sentences,
        long job,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Boolean whole) {

    static final String HERE = "/administration/reevaluations";

    /** Verdicts in a piece: under a second of work, and a thousand pieces for a million of them. */
    static final int PIECE = 1_000;

    String path() {
        return HERE + "/" + id;
    }

    Sign sign() {
        return whole == null ? Sign.NOW : whole ? Sign.MET : Sign.NONE;
    }

    String state() {
        return whole == null ? "正在复评" : whole ? "已完成" : "已取消";
    }

    /** A stretch of files by their ids, both included, with the numbers by which people know them. */
    record Stretch(long from, long to, String firstNumber, String lastNumber, int files) {

        static Stretch of(JobRow row) {
            return new Stretch(
                    Long.parseLong(row.cell(1)),
                    Long.parseLong(row.cell(2)),
                    row.cell(3),
                    row.cell(4),
                    Integer.parseInt(row.cell(5)));
        }

        JobRow row(long run, int line) {
            return new JobRow(
                    line,
                    List.of(
                            Long.toString(run),
                            Long.toString(from),
                            Long.toString(to),
                            firstNumber,
                            lastNumber,
                            Integer.toString(files)));
        }

        String label() {
            return firstNumber.equals(lastNumber) ? firstNumber : firstNumber + " 至 " + lastNumber;
        }
    }

    /** The newest verdict of one file. */
    record Stored(long application, String number, String authority, String facts, String verdict) {}
}
