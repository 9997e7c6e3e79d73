package org.gongkao.application.onsite;

import org.gongkao.shared.Reason;

/** 现场审查的拒绝理由。 */
enum OnSiteRefusal implements Reason {
    NOT_MARKED(409, "这份申报没有需要现场核对原件的项目，不用预约；如有疑问请联系审核机构。"),
    NOT_BEFORE_AGENCY(409, "这份申报还没有报到工考管理机构，或者已经审完，现在不能预约；报到后再来预约。"),
    SLOT_GONE(409, "这个时段已取消或已不能预约，请另选一个时段。"),
    SLOT_FULL(409, "这个时段刚刚约满，没有约上，请另选一个时段。"),
    SAME_SLOT(409, "已经约在这个时段，不用再约；要改时间请选别的时段。"),
    SLOT_NOT_CHOSEN(422, "请先选择一个时段，再点预约。"),
    FILE_NOT_CHOSEN(422, "请先勾选要预约的申报，再点批量预约。"),
    NOT_NOW(409, "现场审查已有新的进展，现在不能这样办理，请看最新情况。"),
    TOO_LATE_TO_CHANGE(409, "改约和取消要在预约日前一天24:00以前办理，现在请按时到场；时段过后没有到场的可以重新预约。"),
    OUTSIDE_REVIEW(422, "时段要在资格审查期间以内（%s 至 %s），请改日期。"),
    SLOT_PAST(422, "时段要从明天起，才来得及预约，请改日期。"),
    NO_WORKING_DAY(422, "所选日期里没有工作日；非工作日也要办理的，请勾选“非工作日也安排”。"),
    SLOT_EXISTS(409, "同一地点同一时间已有时段，没有新增，请核对后再安排。"),
    CLOSING_REASON_MISSING(422, "这个时段已有人预约，请写明取消的缘由，200 字以内，系统会告知预约人。"),
    NOTHING_RECEIVED(422, "请先勾选收到了哪些原件。"),
    PAGES_OPEN(422, "还有没有核对的页，请逐页选择一致或不一致；不一致的请写明哪里不一致。"),
    RECEIVER_MISSING(422, "请填写领取原件的人的姓名，30字以内。");

    private final int status;
    private final String sentence;

    OnSiteRefusal(int status, String sentence) {
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
