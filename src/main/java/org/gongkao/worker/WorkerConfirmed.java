package org.gongkao.worker;

/** 职工已核验。The unit has confirmed that this person works for it. */
public record WorkerConfirmed(long personId) {}
