package org.gongkao.application.levelone;

import org.gongkao.shared.Reason;

/** Why something cannot be done to a recommendation, to a unit's posts or to a file on paper. */
enum LevelOneRefusal implements Reason {
    NOT_RECOMMENDED(409, "还不能通过：申报一级（高级技师）的，须先由单位对照空缺岗位作出推荐。请在本页“单位推荐”处办理，再审核通过。"),
    FIGURES_MISSING(409, "还不能推荐：请先在“一级推荐”填报本单位今年的岗位设置情况，再作推荐。"),
    NO_VACANCY(409, "不能推荐：空缺的一级岗位 %s 个，本单位已推荐 %s 人，今年不能超出空缺推荐。岗位有变化的，请先更新岗位设置情况。"),
    ALREADY_RECOMMENDED(409, "这份申报已由本单位推荐，不用再推荐，请直接审核。"),
    NO_RECOMMENDATION(409, "这份申报现在没有有效的推荐，不用撤回。"),
    STATEMENT_UNREAD(422, "请读过推荐说明并打勾，再作推荐。"),
    BEYOND_UNREAD(422, "推荐人数将超出空缺岗位，请读过提醒并打勾，再作推荐。"),
    BEYOND_REASON(422, "请写明超出空缺岗位推荐的理由，2 至 200 个字，各级审核机构都会看到。"),
    RESPONSIBLE_MISSING(422, "请填写负责推荐的责任人姓名，2 至 40 个字。"),
    WITHDRAWAL_REASON(422, "请写明撤回推荐的理由，2 至 200 个字，各级审核机构都会看到。"),

    NUMBER_WRONG(422, "“%s”请填写 0 至 99999 的整数。"),
    APPROVED_ABOVE_POSTS(422, "核定的一级岗位不能多于工勤技能岗位总数，请核对后填写。"),
    HELD_ABOVE_APPROVED(422, "已聘人数不能多于核定的一级岗位，请核对后填写。"),
    BASIS_MISSING(422, "请填写核定岗位的依据，如批复的文号，2 至 100 个字。"),
    SHARE_REASON(422, "一级岗位占比高于今年的规定，请写明核定的理由，2 至 200 个字，各级审核机构都会看到。"),
    SHARE_LOCKED(422, "一级岗位占比高于今年规定的最高比例，不能填报，请按岗位设置方案核对后填写。"),
    NOTHING_NEW(409, "与第 %s 版的岗位设置情况相同，不用再填报。"),

    PAPER_NOT_NOW(409, "纸质材料现在不在这一步，请看过最新的流转记录后再办理。"),
    FILE_OVER(409, "这份申报已结束或已改报其他等级，不再收取、转交纸质材料；已收到的请退还本人。"),
    FILE_UNDER_WAY(409, "这份申报还在办理，纸质材料不能退还，请等办理结束。"),
    LAST_OFFICE(409, "本机构是审核的最后一级，纸质材料留在本机构，不用再转交。"),
    NO_PAPER_CHOSEN(422, "请先在列表中勾选要登记的纸质材料。");

    private final int status;
    private final String sentence;

    LevelOneRefusal(int status, String sentence) {
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
