package org.gongkao.job;

/** 任务办理。What moves a job on. */
enum JobAct {
    TAKE("开始办理"),
    FINISH("办完"),
    STOP("因故障中止"),
    LEAVE("提交人账号停用"),
    CANCEL("取消任务"),
    RESUME("继续办理");

    private final String label;

    JobAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
