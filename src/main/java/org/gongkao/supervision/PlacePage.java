package org.gongkao.supervision;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 监管对象页。One agency: its figures, what is worth a look, its officers, and its decisions one by one. */
record PlacePage(
        String name,
        Brief brief,
        List<Line> figures,
        List<Looked> risks,
        String limits,
        List<OfficerLine> officers,
        List<Chip> chips,
        List<Decided> decisions,
        List<Waited> waited,
        String order,
        String late,
        String first,
        String next) {

    /** 提示行。A sign with its facts, leading to the decisions that it is made of. */
    record Looked(String kind, String officer, String facts, String path) {}

    /** 审核员行。 */
    record OfficerLine(String name, String path, String decided, String approved, String fast, String nightly) {}

    /** 久候行。 */
    record Waited(String number, String path, String level, String since) {}

    /** 决定行。 */
    record Decided(
            String number, String path, String level, Sign sign, String act, String officer, String at, String note) {}
}
