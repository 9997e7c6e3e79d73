package org.gongkao.worker;

/** 职工已核验。The unit has confirmed that this person works for it; {@code version} of the person's entry tells one time from the next. */
public record WorkerConfirmed(long personId, int version) {}
