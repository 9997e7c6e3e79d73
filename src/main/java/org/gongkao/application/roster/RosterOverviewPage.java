package org.gongkao.application.roster;

import java.util.List;
import org.gongkao.shared.Sign;

/** 花名册一览页。The units of an agency and how far each is with its roster. */
record RosterOverviewPage(List<Row> rows, int paid) {

    /** 单位行。One unit. */
    record Row(String unitCode, String unitName, int paid, int wrong, String version, Sign sign, String state) {}

    long done() {
        return rows.stream().filter(row -> row.sign() == Sign.MET).count();
    }
}
