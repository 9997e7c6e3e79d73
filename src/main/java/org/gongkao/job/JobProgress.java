package org.gongkao.job;

/** 任务进度。How far a job is, for pages of the module that started it; the job's own page is at {@code path}. */
public record JobProgress(String label, int done, int total, int failed, boolean underWay, String path) {

    static JobProgress of(Job job) {
        return new JobProgress(
                job.state().label(),
                job.done(),
                job.total(),
                job.failed(),
                job.state().underWay(),
                "/jobs/" + job.id());
    }
}
