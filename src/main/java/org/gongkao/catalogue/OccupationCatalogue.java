package org.gongkao.catalogue;

import java.util.Map;

/** 工种设置目录。The year's catalogue: its document, whether it is only a sample, its occupations by code. */
record OccupationCatalogue(String version, boolean sample, Map<String, Occupation> occupations) {}
