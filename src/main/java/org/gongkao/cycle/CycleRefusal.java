package org.gongkao.cycle;

import org.gongkao.shared.Reason;

/** Why the cycle says no. */
enum CycleRefusal implements Reason {
    NONE_PUBLISHED(409, "本年度考核计划尚未发布，请等发布通知后再办理。"),
    SECTION_MISSING(409, "本年度考核计划中没有“%s”的内容，请联系考务管理员补充。"),
    CALENDAR_MISSING(409, "%s年的工作日安排尚未录入，请考务管理员以补充通知录入后再办理。");

    private final int status;
    private final String sentence;

    CycleRefusal(int status, String sentence) {
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
