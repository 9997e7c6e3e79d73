package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** Every level of the year at a glance, for who does not know yet which one to apply for. */
record LevelsPage(String cycle, int year, List<LevelRow> levels, String rules, List<Line> answers) {

    record LevelRow(String level, String name, Sign sign, String result, String note) {}
}
