package org.gongkao.sanction;

/** 违规处理办理。What moves a case. */
public enum SanctionAct {
    OPEN("立案"),
    TELL("书面告知"),
    DROP("不予立案"),
    ANSWER("陈述申辩"),
    PROPOSE_SANCTION("拟处理决定"),
    PROPOSE_NO_ACTION("拟不予处理"),
    SEND_BACK("退回重拟"),
    IMPOSE("作出处理决定"),
    CLOSE("决定不予处理"),
    PROPOSE_CORRECTION("拟更正"),
    CORRECT("决定更正"),
    PROPOSE_REVOCATION("拟撤销"),
    REVOKE("决定撤销");

    private final String label;

    SanctionAct(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
