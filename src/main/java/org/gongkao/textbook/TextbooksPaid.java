package org.gongkao.textbook;

/** 教材款已缴清。A unit's order sheet is paid for, or asked for no money; its agency may hand out. */
public record TextbooksPaid(String unitCode, String agencyCode, int year, int version) {}
