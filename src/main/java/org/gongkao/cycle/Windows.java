package org.gongkao.cycle;

import java.util.Map;

/** 时间节点表。All windows of a year. */
record Windows(Map<Window, Period> periods) {}
