package org.gongkao.payment;

/** 退费已办理。An act on a refund has been committed; what it was stands in the act's line. */
public record RefundMoved(long refundId, long actId) {}
