package org.gongkao.sanction;

import org.gongkao.shared.Reason;

/** Why a case is not moved. */
enum SanctionRefusal implements Reason {
    NOT_NOW(409, "案件已不在这一步，请看过最新的办理记录后再办理。"),
    ANOTHER_PERSON(403, "这一步应由另一人办理：立案或拟定的人不能自己审定，请转交同事或上一级机构。"),
    OWN_CASE(403, "不能办理涉及本人的案件，请由其他经办人办理。"),
    HEARING_OPEN(409, "当事人可以在 %s 前陈述申辩，期满后才能拟处理决定。"),
    HEARING_OVER(409, "陈述申辩已于 %s 截止；有新的情况请在收到决定后按决定书载明的途径申诉。"),
    BAR_OVER(409, "禁止申报期已满，不需要更正；决定确有错误的，请拟撤销。"),
    EVIDENCE_CLOSED(409, "证据只能在书面告知之前添加，以便当事人对全部证据陈述申辩；有新的证据请写入办理意见或另行立案。"),
    PERSON_UNKNOWN(422, "没有找到姓名和证件号码都相符的人员，请逐字核对。");

    private final int status;
    private final String sentence;

    SanctionRefusal(int status, String sentence) {
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
