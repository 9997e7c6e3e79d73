package org.gongkao.application;

import org.gongkao.shared.Reason;

/** Why something cannot be done to an application. */
public enum ApplicationRefusal implements Reason {
    NOT_ALLOWED_NOW(409, "此申报现在的状态不能这样办理，请查看最新情况。"),
    WINDOW_CLOSED(409, "办理时间已过或尚未开始，现在不能办理此事，请查看年度日程。"),
    REGISTRATION_CLOSED(409, "现在不在网上注册报名时间内，停止受理注册报名。"),
    ALREADY_APPLIED(409, "您今年已有一份申报，每人每年只能申报一次，请继续办理已有的申报。"),
    INCOMPLETE(422, "申报内容还不完整，请按列出的各项补齐后再提交。"),
    UNIT_HAS_DECIDED(409, "单位已经审核，不能再自行撤回修改；如需修改，请联系单位退回。"),
    ITEMS_OPEN(422, "还不能通过：请逐项核对，存在不符合或未核对的项目。"),
    ORIGINAL_NOT_SEEN(422, "还不能通过：有项目需要现场核对原件，请先记录已核对原件。"),
    DEFECTS_MISSING(422, "还不能退回：请逐项核对，并把全部需要修改的地方写明。"),
    LATE_DEFECT(422, "还不能退回：有的问题在上一次退回时已能看到而没有提出，须由上级机构写明理由同意。请先点“保存核对结果”，再请上级机构在此申报的页面上办理。"),
    CONSENT_WITHOUT_REASON(422, "请在“同意再次退回的理由”中写明理由。"),
    REMARK_EMPTY(422, "请先写备注再保存，不超过400字。"),
    NOTHING_CHOSEN(422, "请先在列表中勾选要办理的申报。"),
    REASON_MISSING(422, "请写明理由和依据的文件条款。"),
    OWN_DATE_MISSING(422, "请给单位另定一个晚于现在的审核期限。"),
    RESPONSIBLE_MISSING(422, "请填写负责审核的责任人姓名，并确认单位的审查责任。"),
    RESPONSIBLE_TOO_LONG(422, "单位审核责任人最多 40 个字，请只写姓名。"),
    WORKER_UNCONFIRMED(409, "还不能通过：请先在“职工核验”中确认申报人是本单位职工，再审核通过。"),
    UNIT_DISOWNS(409, "所选单位没有确认您是本单位职工，请先在“我的单位”选定现在的单位。"),
    CHARGE_NOT_SETTLED(409, "费用尚未到账，请稍后再查看。"),
    PAID_UNDER_REVIEW(409, "此申报已缴费，正在重新审核，现在不能撤销，请等审核结果出来后再办理。"),
    NOT_PAYABLE_UNDER_REVIEW(409, "此申报正在重新审核，暂不需要缴费；再次通过后会另行通知缴费期限。"),
    CHARGE_UNKNOWN(409, "缴费结果正在向支付机构核实，核实清楚前不能办理，请稍后再试。"),
    OWN_FILE(403, "不能审核本人的申报，请由其他经办人办理。"),
    HOLDER_UNKNOWN(403, "这个账号还没有登记经办人的身份证号码，请退出后重新登录，按提示补录后再办理。"),
    DECIDED_ON_OTHER_TIER(403, "您已在另一级审核过这份申报，同一人不能审核两级，请由其他经办人办理。"),
    OWN_REJECTION(403, "这份申报是您审核不予通过的，申诉须由其他经办人处理。"),
    UNIT_NOT_CHOSEN(409, "请先在账号中选择所在单位，再填写申报。"),
    TOO_MANY_MATERIALS(422, "这一种材料最多上传10份，请先删除不要的再上传。"),
    BARRED(409, "您在 %s 前不能申报，依据是处理决定 %s。%s决定书可在“处理与申辩”查看，账号照常使用。"),
    APPLICANT_BARRED(409, "不能审核通过：依据处理决定 %s，申报人在 %s 前不能申报，此申报将自动取消，请稍后查看。"),
    NOT_DEFERRABLE(422, "这种材料今年不能容缺后补，或补交期限已过，请直接上传。"),
    PROMISE_BROKEN_BEFORE(409, "您以前承诺后补的材料到期没有补交，不能再次容缺，请直接上传材料。"),
    LIABILITY_UNCONFIRMED(422, "请先阅读责任告知并打勾确认，再作承诺。"),
    PROMISE_ONLY(422, "“容缺”只能用于申报人已承诺后补的材料，承诺的材料也只能核对为“容缺”或“不符合”，请重新选择。"),
    LIABILITY_CHANGED(409, "责任告知或补交截止刚刚有调整，请看过调整后的内容再作承诺。"),
    UNIT_PROMISE_MISSING(422, "还不能通过：申报人有容缺材料，请在此申报的“单位承诺”中阅读责任告知并打勾。"),
    SENT_BACK_WITHOUT_REASON(422, "请写明不通过的理由，400 字以内，申报人据此重新补交。"),
    PROMISE_NOT_OPEN(409, "这项承诺现在不能这样办理，请刷新页面查看最新情况。"),
    NO_DECISION(409, "没有已生效的处理决定，不能取消此申报，请先核对处理案件。"),
    WORKER_BARRED(409, "不能代填：依据处理决定 %s，此人在 %s 前不能申报。"),
    UNIT_UNCONFIRMED(409, "所在单位还没有确认您是本单位职工，确认后才能请单位代填。"),
    NOT_READY(422, "还没有填好，请按列出的各项补齐后再请本人确认。"),
    NOT_ASSISTED(404, "现在不能代填，没有保存：本人可能已改为自己填写或已提交，请回到“代填申报”查看。按浏览器的“后退”可以看到刚才填的内容。"),
    NO_ACCOUNT(409, "本人还没有注册，不能确认。请本人先用手机号注册，单位不能代为确认。"),
    LEVEL_FIXED(409, "单位已审核通过，申报等级和工种不能再修改。");

    private final int status;
    private final String sentence;

    ApplicationRefusal(int status, String sentence) {
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
