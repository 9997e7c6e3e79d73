package org.gongkao.payment;

/** 待查款项。Money came that fits no charge; it is booked as unclear and waits for a decision. */
public record UnclearMoney(long discrepancyId) {}
