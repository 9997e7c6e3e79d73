package org.gongkao.application;

/** 现场审查办理。What is done to an appointment for the check of originals, and to the originals; a line each time. */
public enum VisitAct {
    BOOK("预约"),
    CHANGE("改约"),
    CANCEL("取消预约"),
    /** The agency takes the time back; whoever has booked it is told why. */
    CALL_OFF("时段取消"),
    /** The file lies before the agency no longer. */
    RELEASE("不再需要现场审查"),
    RECEIVE("接收原件"),
    COMPARE("逐页核对原件"),
    RETURN("退还原件");

    private final String label;

    VisitAct(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
