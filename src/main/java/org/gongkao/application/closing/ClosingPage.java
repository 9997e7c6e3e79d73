package org.gongkao.application.closing;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 汇总上报页。One agency's report, for itself and for the one above. */
record ClosingPage(
        String agencyCode,
        String agencyName,
        boolean superior,
        Sign sign,
        String state,
        int version,
        String figuresHash,
        Brief brief,
        String heading,
        List<Open> open,
        List<Table> tables,
        List<Line> outstanding,
        List<MemberRow> members,
        int changed,
        List<ChangeRow> changes,
        Acts acts,
        String why,
        String said,
        Typed typed,
        List<VersionRow> versions,
        @Nullable ScanCard scan,
        List<Line> history,
        List<Fault> faults) {

    /** 未办结。What still stands in the way, and where it is found; without an address for the agency above. */
    record Open(String what, int files, String href) {}

    /** 汇总数字表。Counts by one thing in rows, by conclusion in columns. */
    record Table(String caption, String what, List<String> columns, List<Row> rows) {}

    /** 汇总数字行。The counts in the order of the columns, the sum last. */
    record Row(String label, List<Integer> counts) {}

    /** 所辖汇总表行。A county as it is in the report, or as it stands now. */
    record MemberRow(String name, String href, Sign sign, String state, String total, String approved, String hash) {}

    /** 变化行。A file that reads otherwise than it was reported. */
    record ChangeRow(String number, String choice, String before, String after) {}

    /** 可办理的事。What this officer may do now. */
    record Acts(boolean close, boolean stamp, boolean accept, boolean sendBack, boolean reopen) {
        boolean above() {
            return accept || sendBack || reopen;
        }
    }

    /** 已填写。What was typed, given back with a refusal. */
    record Typed(String responsible, String reason) {
        static final Typed NOTHING = new Typed("", "");
    }

    /** 版本行。A reported version. */
    record VersionRow(
            int version, String closedAt, String by, String responsible, String occasion, int total, String hash) {}

    /** 扫描件卡。The stamped scan of the newest version. */
    record ScanCard(int version, String name, String at) {}
}
