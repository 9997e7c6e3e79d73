package org.gongkao.payment;

/** 统一缴费已放弃。A unit pays no longer for its people: told when it gave up, and again when the channel has said that nothing came. */
public record CollectiveGivenUp(long collectiveId) {}
