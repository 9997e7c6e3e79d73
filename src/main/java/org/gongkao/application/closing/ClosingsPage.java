package org.gongkao.application.closing;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Sign;

/** 下级汇总页。Who reports to this agency, and what each still lacks. {@code own} is the agency's own report, empty for the province. */
record ClosingsPage(Brief brief, String heading, String own, String none, List<Row> rows, Row sum) {

    /** 下级汇总行。One agency below. */
    record Row(
            String name,
            String href,
            Sign sign,
            String state,
            int total,
            int approved,
            int rejected,
            String missing,
            String until) {}
}
