package org.gongkao.cycle;

/** 时间节点。A span of the year within which something may be done. */
public enum Window {
    UNIT_NAMES("核对单位信息"),
    REGISTRATION("网上注册报名"),
    /** From the start of registration until returned files can no longer be handed in again. */
    CORRECTION("退回补正"),
    UNIT_REVIEW("单位资格初审"),
    REVIEW("资格审查"),
    PAYMENT("网上缴费"),
    TRAINING("教材发放与培训"),
    EXAMINATION("人机对话考试与考评"),
    CONCLUSION("评审、公示、证书办理");

    private final String label;

    Window(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
