package org.gongkao.cycle;

import java.time.LocalDate;
import java.util.Map;
import org.gongkao.shared.Office;

/** 年度设置。Numbers of the year that no document fixes, or that are fixed outside the windows. */
record Settings(LocalDate noticeDay, int objectionDays, int ownDateDays, Map<Office.Kind, Integer> promisedDays) {}
