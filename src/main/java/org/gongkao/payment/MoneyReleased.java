package org.gongkao.payment;

/** 待查款项已处理。Nothing of an order is in doubt any more, and its charges stand open again. */
public record MoneyReleased(long discrepancyId) {}
