package org.gongkao.textbook;

/** 教材已发放到单位。An agency has handed out copies to a unit, or has taken the slip back. */
public record TextbooksHandedOut(String number, String unitCode, String agencyCode, boolean takenBack) {}
