package org.gongkao.payment.close;

import org.gongkao.shared.Reason;

/** 日结对账的拒绝理由。 */
enum CloseRefusal implements Reason {
    DAY_NOT_OVER(409, "这一天还没有结束，请在次日结账。"),
    CLOSED_ALREADY(409, "这一天已经结账，结账后的内容不再改动，如需更正请另记新账。"),
    NOT_IN_ORDER(409, "请按日期先后结账，现在应结的是%s。"),
    SOURCES_LACKING(409, "还缺少%s，不能结账；确实取不到的，请先由一人说明缺少的原因，再由另一人结账。"),
    SAME_PERSON(409, "缺少来源的原因是您说明的，请由另一位财务人员结账。"),
    SOURCE_THERE(409, "这一来源已经到了，不必说明缺少。"),
    NAMED_ALREADY(409, "这一来源缺少的原因已经说明过，请看本日的来源一栏。"),
    NO_SUCH_SOURCE(404, "这一天没有要求这一来源，请返回当日页面查看。"),
    WORDS_MISSING(422, "请写明原因和依据，500 字以内。"),
    NO_SUCH_OFFICER(422, "请在财务人员中选择经办人。"),
    NOTHING_TO_DO(409, "这条差异已经了结，请看最新记录。"),
    FILE_MISSING(422, "请选择要导入的财政缴款数据文件。"),
    FILE_TOO_LARGE(422, "文件超过 2 MB，一天的缴款数据不会这样大，请核对文件。"),
    FILE_NOT_TEXT(422, "文件不是文本，或者既不是 UTF-8 编码，也不是国标编码（GBK）。请另存为“CSV UTF-8”格式后重新导入。"),
    FILE_KNOWN(409, "这份缴款数据已经导入过，没有重复导入。"),
    REVERSED_ALREADY(409, "这一行已经冲正过，请看最新记录。"),
    NO_SUCH_DAY(404, "没有这一天的账，请从“收支与日结”进入。");

    private final int status;
    private final String sentence;

    CloseRefusal(int status, String sentence) {
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
