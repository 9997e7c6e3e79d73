package org.gongkao.catalogue;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.Level;

/** 等级与科目。The levels held this year, each with its subjects. */
record LevelSubjects(Map<Level, List<ExaminedSubject>> byLevel) {}
