package org.gongkao.worker;

/** 职工未确认。The unit says that this person does not work for it; {@code version} of the person's entry tells one time from the next. */
public record WorkerRefused(long personId, int version) {}
