package org.gongkao.supervision;

import java.time.LocalDate;
import org.gongkao.application.Act;
import org.gongkao.shared.Office;

/** 抽查要求。Which decisions of which agency a check is drawn from, how many, and why. */
record CheckOrder(Office checked, Act decision, LocalDate firstDay, LocalDate lastDay, int wanted, String reason) {}
