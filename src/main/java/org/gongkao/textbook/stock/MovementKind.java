package org.gongkao.textbook.stock;

/** 库存变动类别。What moved copies in or out of an agency's stock. */
enum MovementKind {
    ARRIVE("到货入库"),
    /** The counter-movement of an arrival that was booked wrongly. */
    REVERSE("冲销入库"),
    HAND_OUT("发放到单位"),
    /** A slip was taken back before the unit received it. */
    TAKE_BACK("撤销发放");

    private final String label;

    MovementKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
