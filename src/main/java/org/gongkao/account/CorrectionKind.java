package org.gongkao.account;

/** 更正事项。What about a worker's account is put right by two people. */
enum CorrectionKind {
    PHONE("重新绑定手机号"),
    NAME("更改姓名");

    private final String label;

    CorrectionKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
