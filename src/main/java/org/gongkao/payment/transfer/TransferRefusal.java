package org.gongkao.payment.transfer;

import org.gongkao.shared.Reason;

/** 银行流水的拒绝理由。 */
enum TransferRefusal implements Reason {
    NOT_TEXT(422, "这个 CSV 文件既不是 UTF-8 编码，也不是国标编码（GBK）。请用表格软件打开后另存为“CSV UTF-8（逗号分隔）”，或另存为 XLSX 表格后再导入。"),
    TRUNCATED(422, "这个 CSV 文件不完整，第 %s 行的引号没有结束，请从网上银行重新下载后再导入。"),
    HEADS_MISSING(422, "文件第一行缺少栏目：%s。各栏之间用英文逗号分隔，栏目名称须与说明一致。"),
    HEADS_TWICE(422, "文件第一行有重复的栏目：%s，请只保留一个。"),
    NO_LINES(422, "文件里没有流水。当天没有收支的，请在“没有收支”处登记，不用导入文件。"),
    TOO_LONG(422, "流水太多，一次最多导入 %s 行，请按日期分成几份。"),
    BROKEN_LINES(422, "流水有 %s 处问题，一行也没有登记，请按下表改正后重新导入。"),
    PERIOD_WRONG(422, "请填写流水的起止日期，止日不早于起日，并且都在今天之前：当天的流水要等当天结束后才完整。"),
    PERIOD_LONG(422, "一份流水最长一年，请分成几份导入。"),
    SAME_PERSON(409, "认领须由另一名财务人员复核，提出认领的人不能自己确认。"),
    NOT_NOW(409, "这笔流水的认领情况已经变化，请看最新情况。"),
    REASON_MISSING(422, "请写明认领的理由和依据，500 字以内。"),
    NO_SUCH_ORDER(422, "没有找到这个缴款码或缴费单号对应的转账缴费。请核对；没有生成过缴款码的缴费单，请缴费人先在缴费页选择银行转账。");

    private final int status;
    private final String sentence;

    TransferRefusal(int status, String sentence) {
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
