package org.gongkao.sanction;

/** 处理已撤销。The revocation of a decision has been committed; what it gives back is asked of {@link Sanctions}. */
public record SanctionRevoked(long sanctionId) {}
