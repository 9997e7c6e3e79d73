package org.gongkao.application.reevaluation;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** One run: how far it is, its counts, and the files that come out otherwise. */
record ReevaluationPage(
        String title,
        Sign sign,
        String state,
        boolean ended,
        ProgressPart progress,
        List<Line> facts,
        List<String> warnings,
        List<CountRow> overall,
        List<CountRow> conditions,
        List<Chip> chips,
        List<FileRow> files,
        String shown,
        String first,
        String next,
        String export) {

    /** What fetches itself anew while the job runs; its own page is at {@code path}. */
    record ProgressPart(
            String label, int done, int total, String sentence, boolean running, String poll, String path) {}

    /** So many files whose verdict, or whose condition, went from one result to another; {@code path} lists them. */
    record CountRow(
            String what, Sign signBefore, String before, Sign signAfter, String after, int files, String path) {}

    record FileRow(
            String number,
            Sign signBefore,
            String before,
            Sign signAfter,
            String after,
            String path,
            String year,
            List<String> conditions) {}
}
