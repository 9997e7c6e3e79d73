package org.gongkao.sanction;

/** 处理已生效。A decision to bar a person has been committed; what it says is asked of {@link Sanctions}. */
public record SanctionImposed(long sanctionId) {}
