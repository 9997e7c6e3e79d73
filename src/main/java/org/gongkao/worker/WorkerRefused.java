package org.gongkao.worker;

/** 职工未确认。The unit says that this person does not work for it. */
public record WorkerRefused(long personId) {}
