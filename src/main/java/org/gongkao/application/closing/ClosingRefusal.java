package org.gongkao.application.closing;

import org.gongkao.shared.Reason;

/** 汇总上报的拒绝理由。 */
enum ClosingRefusal implements Reason {
    NOT_REVIEWING(409, "本机构今年没有承接资格审查，申报由市工考管理机构审查并汇总，不用上报。"),
    TOO_EARLY(409, "网上注册报名 %s 截止，在此之前还可能有新的申报，请在截止后汇总上报。"),
    NOT_NOW(409, "汇总表现在是“%s”，不能这样办理，请查看最新情况。"),
    NOT_DECIDED(409, "还不能汇总上报：%s。请先办结；资格审查 %s 截止后，没有办结的写入汇总表也可以上报。"),
    RESPONSIBLE_MISSING(422, "请填写负责审查的责任人姓名，2 至 30 个字。"),
    SCAN_MISSING(422, "请先选择加盖公章的汇总表扫描件。"),
    REASON_MISSING(422, "请写明退回重报或重新打开的理由，500 字以内，上报机构可以看到。"),
    NOTHING_CHANGED(409, "上报以后没有变化，与第 %s 版相同，不用再报。"),
    NOT_STAMPED(409, "上报机构还没有上传第 %s 版的盖章扫描件，请等上传后再接收，或者退回重报。"),
    REVIEW_CLOSED(409, "本机构的审查已汇总上报，不能再审核或更正此申报；确需办理的，请上一级工考管理机构写明理由重新打开。");

    private final int status;
    private final String sentence;

    ClosingRefusal(int status, String sentence) {
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
