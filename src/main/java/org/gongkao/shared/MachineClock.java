package org.gongkao.shared;

import java.time.InstantSource;

/**
 * 系统时钟。The machine's own time: sessions, one-time codes, rate limits, the order of the audit. Never settable.
 */
public interface MachineClock extends InstantSource {}
