package org.gongkao.application.closing;

/** 汇总上报办理。What is done to a report. */
enum ClosingAct {
    CLOSE("汇总上报"),
    STAMP("上传盖章扫描件"),
    ACCEPT("接收"),
    SEND_BACK("退回重报"),
    REOPEN("重新打开");

    private final String label;

    ClosingAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
