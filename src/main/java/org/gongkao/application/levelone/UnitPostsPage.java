package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.shared.Line;

/** 单位岗位页。What a unit stated of its posts in the year, for the offices its files go to. */
record UnitPostsPage(String unit, String year, String rule, List<Line> versions) {}
