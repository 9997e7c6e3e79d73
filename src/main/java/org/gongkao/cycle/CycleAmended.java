package org.gongkao.cycle;

/** 补充通知已生效确认。An amendment has been confirmed by a second person; {@link Cycles#amendment} tells what it changes. */
public record CycleAmended(long amendmentId) {}
