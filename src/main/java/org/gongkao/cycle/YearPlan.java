package org.gongkao.cycle;

import java.util.List;

/** 年度日程。The stages as the notice lists them, and who has to do what in them. */
record YearPlan(List<Stage> stages, List<Duty> duties) {}
