package org.gongkao.job;

import org.gongkao.shared.Reason;

/** Why a job is not found or not moved. */
enum JobRefusal implements Reason {
    /** Also said of jobs that somebody else started. */
    JOB_UNKNOWN(404, "没有找到这个批量任务，请从任务列表进入。"),
    NOT_ANY_MORE(409, "这个任务的状态已经变化，请看过最新情况后再办理。");

    private final int status;
    private final String sentence;

    JobRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
