package org.gongkao.application;

import java.time.Instant;

/** 代填已完成。The unit has filled a file in and asks its worker to confirm. */
public record AssistanceReady(long assistanceId, Instant at) {}
