package org.gongkao.cycle;

import java.time.Instant;

/** 方案标识。Of which year and region a package is, and from when it is the current one. */
record Header(int year, String region, String name, Instant currentFrom) {}
