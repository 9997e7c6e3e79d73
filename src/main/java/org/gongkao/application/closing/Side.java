package org.gongkao.application.closing;

/** 上报双方。What an agency is to a report; every other is nothing to it. */
enum Side {
    REPORTER("上报机构"),
    SUPERIOR("上一级机构");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
