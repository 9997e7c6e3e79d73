package org.gongkao.cycle;

import org.gongkao.shared.Reason;

/** Why the cycle says no. */
enum CycleRefusal implements Reason {
    NOT_IN_THIS_STATE(409, "此方案现为“%s”状态，不能%s，请刷新后查看最新情况。"),
    STILL_FAULTY(409, "方案还有%s处问题，请按方案页所列逐项改正后再发布。"),
    FAULTY_TO_COMPARE(409, "方案还有%s处问题，请按方案页所列逐项改正后再复评。"),
    REVISED_SINCE(409, "复评开始以后方案文本又改过，这一段没有复评；请按现在的文本重新开始。"),
    SECTION_NOT_FOUND(409, "在草稿文本中找不到可以替换的这一章，请在方案文本里直接修改。"),
    YEAR_NOT_OVER(409, "本年度的各阶段尚未全部结束，请在最后一个阶段结束后再归档。"),
    OWN_AMENDMENT(403, "补充通知须由另一名管理员确认，请联系同级或上级管理员办理。"),
    NOT_THE_PROPOSER(403, "补充通知只能由拟定人本人撤回；不同意的，请选择“不予确认”。"),
    ALREADY_DECIDED(409, "这份补充通知已经办结，请刷新后查看结果。"),
    BASE_HAS_MOVED(409, "其中“%s”的现行内容已被另一份补充通知改变，或已有新发布的方案，请撤回后按现行内容重新拟定。"),
    NO_LONGER_FITS(409, "按此补充通知修改后，方案不再前后一致：%s请撤回后重新拟定。"),
    NONE_PUBLISHED(409, "本年度考核计划尚未发布，请等发布通知后再办理。"),
    SECTION_MISSING(409, "本年度考核计划中没有“%s”的内容，请联系考务管理员补充。"),
    CALENDAR_MISSING(409, "%s年的工作日安排尚未录入，请联系考务管理员补录后再办理。");

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
