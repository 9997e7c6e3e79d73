package org.gongkao.application.closing;

/** 办理条件。What has to be there before a report is moved. */
enum Need {
    ALL_DECIDED("审查全部办结，所辖县区的汇总表均已接收；责任人"),
    /** What is still open then stands in the report. */
    RESPONSIBLE("责任人"),
    CHANGED("上报后有变化；责任人"),
    SCAN("现行版的盖章扫描件"),
    STAMPED("已上传盖章扫描件"),
    REASON("理由");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
