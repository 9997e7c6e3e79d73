package org.gongkao.shared;

import java.time.InstantSource;

/**
 * 业务时钟。The one source of business time: windows, ages, dated jobs, dates on pages. A demo can set it to any day of the
 * cycle. Instants are cut to microseconds, as the database stores them.
 */
public interface BusinessClock extends InstantSource {}
