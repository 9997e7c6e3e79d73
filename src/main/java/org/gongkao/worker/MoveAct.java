package org.gongkao.worker;

/** 调动办理。What moves a change of unit. */
enum MoveAct {
    REQUEST("提出调动"),
    RELEASE("同意调出"),
    CONFIRM("确认调动"),
    REFUSE("不同意"),
    WITHDRAW("撤回");

    private final String label;

    MoveAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
