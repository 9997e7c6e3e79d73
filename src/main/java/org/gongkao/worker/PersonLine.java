package org.gongkao.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.job.JobRow;
import org.gongkao.person.NationalId;

/**
 * 人员表行。One line of a spreadsheet about persons. What becomes of it in a job carries the person's key and the masked
 * number: the whole one is not stored.
 */
record PersonLine(
        int line, String name, Optional<NationalId> number, Optional<Long> person, List<String> cells, String fault) {

    /** Columns before the sheet's own, in a job's rows. */
    private static final int LEADING = 3;

    static List<String> header(List<String> columns) {
        var header = new ArrayList<>(List.of("人员编号", "身份证号码（已遮盖）", "姓名"));
        header.addAll(columns);
        header.add("核对结果");
        return header;
    }

    boolean isGood() {
        return fault.isEmpty();
    }

    PersonLine of(long person) {
        return new PersonLine(line, name, number, Optional.of(person), cells, fault);
    }

    JobRow row() {
        var stored = new ArrayList<String>();
        stored.add(isGood() ? person.map(String::valueOf).orElseThrow() : "");
        stored.add(masked());
        stored.add(name);
        cells.forEach(cell -> stored.add(withoutNumber(cell)));
        stored.add(withoutNumber(fault)); // it may quote the cell
        return new JobRow(line, stored);
    }

    String masked() {
        return number.map(NationalId::masked).orElse("号码有误");
    }

    /** A number that slipped into another column is not kept either. */
    static String withoutNumber(String cell) {
        return cell.replaceAll("[0-9０-９]{15,}[0-9Xx０-９Ｘｘ]*", "（数字已略去）");
    }

    static long person(JobRow row) {
        return Long.parseLong(row.cell(0));
    }

    static String what(JobRow row) {
        return row.cell(2) + " " + row.cell(1);
    }

    static String fault(JobRow row) {
        return row.cell(row.cells().size() - 1);
    }

    static List<String> cells(JobRow row) {
        return row.cells().subList(LEADING, row.cells().size() - 1);
    }
}
