package org.gongkao.job;

import org.gongkao.shared.Reason;

/** Why a job is not found or not moved, or its spreadsheet not read. */
enum JobRefusal implements Reason {
    /** Also said of jobs that somebody else started. */
    JOB_UNKNOWN(404, "没有找到这个批量任务，请从任务列表进入。"),
    NOT_ANY_MORE(409, "这个任务的状态已经变化，请看过最新情况后再办理。"),
    SHEET_UNREADABLE(422, "这个表格打不开，请另存为%s后再导入。"),
    SHEET_EMPTY(422, "表格第一张工作表没有内容，请把内容填在第一张工作表中，第一行是栏目名称。"),
    SHEET_HEADS_MISSING(422, "表格第一行缺少栏目：%s，请下载样表填写。"),
    SHEET_TOO_LONG(422, "表格太大，一次最多导入 %s 行，请分成几份导入。");

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
