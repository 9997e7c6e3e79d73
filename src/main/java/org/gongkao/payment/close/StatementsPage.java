package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Sign;

/** Statements that came, statements that are waited for, and what the treasury's system said. */
record StatementsPage(
        List<Waiting> waiting,
        List<Chip> chips,
        List<Row> rows,
        String first,
        String next,
        List<Import> imports,
        boolean acts,
        List<Fault> faults) {

    record Waiting(String label, String path, Sign sign, String state, List<String> notes) {}

    record Row(String channel, String days, String path, String lines, String in, String out, String by, String at) {}

    record Import(String day, String path, String file, String lines, String sum, String by, String at) {}

    /** What is taken, beside the field. */
    String limit() {
        return "CSV 格式，UTF-8 或 GBK 编码，第一行为“" + String.join(",", FiscalFile.HEADS) + "”，不超过 2 MB";
    }
}
