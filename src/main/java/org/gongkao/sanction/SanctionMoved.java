package org.gongkao.sanction;

/** 违规处理已办理。An act on a case has been committed; what it was stands in the act's line. */
public record SanctionMoved(long sanctionId, long actId) {}
