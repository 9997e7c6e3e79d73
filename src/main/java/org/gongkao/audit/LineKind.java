package org.gongkao.audit;

/** 留痕类别。What a line tells of: something done, something seen or exported, something refused. */
enum LineKind {
    DONE("办理"),
    SEEN("查看或导出"),
    REFUSED("未予办理");

    private final String label;

    LineKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
