package org.gongkao.job;

import java.util.List;
import org.gongkao.shared.Shanghai;

/** The list of one's own jobs. */
record JobListPage(List<Row> rows, String first, String next) {

    record Row(String path, String title, JobPage.Progress progress, int failed, String started) {}

    static JobListPage of(List<Job> found, boolean later) {
        boolean more = found.size() > Jobs.SCREEN;
        var shown = more ? found.subList(0, Jobs.SCREEN) : found;
        return new JobListPage(
                shown.stream()
                        .map(job -> new Row(
                                "/jobs/" + job.id(),
                                job.title(),
                                JobPage.progress(job, ""),
                                job.failed(),
                                Shanghai.minute(job.startedAt())))
                        .toList(),
                later ? "/jobs" : "",
                more ? "/jobs?before=" + shown.getLast().id() : "");
    }
}
