package org.gongkao.payment;

/** 已缴费。A charge was settled; its purpose's owner goes on from here. */
public record ChargePaid(long chargeId, String purposeKey) {}
