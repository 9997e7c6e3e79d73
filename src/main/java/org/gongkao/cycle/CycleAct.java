package org.gongkao.cycle;

/** 方案办理。What an administrator does to a year package. */
enum CycleAct {
    DRAFT("拟定"),
    REVISE("修改"),
    PUBLISH("发布"),
    AMEND("拟补充通知"),
    ARCHIVE("归档");

    private final String label;

    CycleAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
