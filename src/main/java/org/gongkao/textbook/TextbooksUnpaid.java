package org.gongkao.textbook;

/** 教材款逾期未缴。The charge for a unit's order sheet has ended without money. */
public record TextbooksUnpaid(String unitCode, String agencyCode, int year, int version) {}
