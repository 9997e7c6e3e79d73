package org.gongkao.cycle;

import java.util.Map;

/** 待确认事项。Fields whose values are defaults, each with the reason why. */
record Unconfirmed(Map<String, String> notes) {}
