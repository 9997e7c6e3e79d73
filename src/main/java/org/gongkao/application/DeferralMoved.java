package org.gongkao.application;

import java.time.Instant;

/** 容缺材料已办理。A promised material was handed in, accepted or sent back; that one ended a file is told as the file's act. */
public record DeferralMoved(long deferralId, DeferralState to, Instant at) {}
