package org.gongkao.account;

/** 手机号已更换。The number that was replaced is told that it no longer belongs to this account. */
public record PhoneReplaced(long personId, long formerPhoneId) {}
