package org.gongkao.application.roster;

import org.gongkao.shared.Reason;

/** 花名册的拒绝理由。 */
enum RosterRefusal implements Reason {
    NOBODY(409, "花名册上还没有审核通过并已缴费的人员，等有人缴费后再办理。"),
    LINES_OPEN(409, "还有 %s 人没有核实，请逐人核实无误后再定稿。"),
    NOTHING_NEW(409, "花名册与第 %s 版相同，不用再定稿。"),
    NOTE_MISSING(422, "请写明哪一项有误、应为什么，200 字以内。"),
    NOTHING_CHOSEN(422, "请先勾选已核实无误的人员，再点“核实无误”。"),
    REASON_MISSING(422, "请写明更正的理由和依据，500 字以内。"),
    FACT_MISSING(422, "请先选择更正哪一项，再填写更正后的内容。"),
    OWN_LINE(403, "不能更正本人的申报信息，请由其他经办人办理。"),
    NUMBER_WRONG(422, "身份证号码应为 18 位，末位为校验码，请与身份证原件核对后填写。"),
    LEVEL_FIXED(422, "申报等级关系到费用和考核科目，缴费后不能更正；请答复单位：本人按原等级参加考核，或者放弃本次考核，下一年度按正确的等级重新申报。"),
    SAME_VALUE(422, "更正后的内容与原来相同，请核对后填写。"),
    NAME_WRONG(422, "姓名应为 2 至 30 个汉字，可含间隔号，请核对后填写。"),
    OCCUPATION_CLOSED(422, "这个工种今年不开考该等级，请另选工种。"),
    NO_REFUND_ONCE_FROZEN(409, "单位花名册已经核实定稿，个人不能再申请退费；确有特殊情况的，请联系所在单位。"),
    NEWER_VERSION(422, "这份扫描件盖的是第 %s 版，花名册已更正为第 %s 版，请打印现行版，盖章后再上传。"),
    NOT_FROZEN(409, "花名册还没有定稿，请先定稿，打印盖章后再上传扫描件。");

    private final int status;
    private final String sentence;

    RosterRefusal(int status, String sentence) {
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
