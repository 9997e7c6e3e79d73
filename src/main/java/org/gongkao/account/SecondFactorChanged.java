package org.gongkao.account;

/** 动态口令已变更。The holder of an office's account switched the second factor on or off, or somebody did in their name. */
public record SecondFactorChanged(long accountId, boolean on) {}
