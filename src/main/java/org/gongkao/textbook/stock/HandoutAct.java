package org.gongkao.textbook.stock;

/** 发放单办理。How a slip ends, once. */
enum HandoutAct {
    RECEIVE("已签收"),
    TAKE_BACK("已撤销");

    private final String label;

    HandoutAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
