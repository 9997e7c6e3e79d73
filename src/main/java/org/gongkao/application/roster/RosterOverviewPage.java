package org.gongkao.application.roster;

import java.util.List;
import org.gongkao.shared.Sign;

/** 花名册一览页。One screen of an agency's units, or of those looked for, and how far each is with its roster; {@code next} is empty on the last. */
record RosterOverviewPage(List<Row> rows, LiveRosters.Paying paying, String unit, String first, String next) {

    /** 单位行。One unit. */
    record Row(String unitCode, String unitName, int paid, int wrong, String version, Sign sign, String state) {}
}
