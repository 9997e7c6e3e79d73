package org.gongkao.organisation;

/** 变更申请办理。What moves a request. */
enum ChangeAct {
    REQUEST("提交变更申请"),
    APPROVE("同意变更"),
    REFUSE("不同意变更"),
    WITHDRAW("撤回申请");

    private final String label;

    ChangeAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
