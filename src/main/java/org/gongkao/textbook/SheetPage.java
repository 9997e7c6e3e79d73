package org.gongkao.textbook;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 教材征订单页。What the unit orders, who opted in, and the sheets that were confirmed. */
record SheetPage(
        Brief brief,
        List<BookRow> books,
        int total,
        String hash,
        boolean confirmable,
        List<PersonRow> people,
        List<VersionRow> versions) {

    /** 教材行。One book and how many. */
    record BookRow(String level, String occupation, int quantity) {}

    /** 人员行。One worker and the choice. */
    record PersonRow(String name, String level, String occupation, Sign sign, String state) {}

    /** 版本行。A confirmed sheet. */
    record VersionRow(int version, String at, String by, String hash, boolean current) {}

    static SheetPage of(
            OrderSheet sheet, List<Orderer> orderers, Map<Long, String> names, List<SheetVersion> versions) {
        boolean same = !versions.isEmpty() && versions.getFirst().hash().equals(sheet.hash());
        long silent = orderers.stream().filter(one -> one.wanted() == null).count();
        var asked = sheet.lines().isEmpty() ? "不用办理" : same ? "打印盖章，连同花名册报送" : "确认征订单";
        var note = silent == 0 ? "所有人都已选择" : silent + " 人还没有选择，按不征订计";
        return new SheetPage(
                new Brief(
                        "征订 " + sheet.total() + " 册",
                        versions.isEmpty()
                                ? "还没有确认"
                                : "第 " + versions.getFirst().version() + " 版已确认",
                        asked,
                        note,
                        sheet.lines().isEmpty() ? "无" : "及时办理",
                        sheet.lines().isEmpty() ? "" : "考务通知四（五），未定日期"),
                sheet.lines().stream()
                        .map(line -> new BookRow(line.level().full(), line.occupation(), line.quantity()))
                        .toList(),
                sheet.total(),
                sheet.hash(),
                !sheet.lines().isEmpty() && !same,
                orderers.stream().map(one -> person(one, names)).toList(),
                versions.stream()
                        .map(one -> new VersionRow(
                                one.version(),
                                Shanghai.minute(one.confirmedAt()),
                                one.by(),
                                one.shortHash(),
                                one.hash().equals(sheet.hash())))
                        .toList());
    }

    private static PersonRow person(Orderer one, Map<Long, String> names) {
        var wanted = one.wanted();
        var sign = wanted == null ? Sign.REST : wanted ? Sign.MET : Sign.NONE;
        var state = wanted == null ? "还没有选择" : !wanted ? "不征订" : one.paid() ? "征订" : "征订，缴费后计入";
        return new PersonRow(names.getOrDefault(one.person(), ""), one.level().full(), one.occupation(), sign, state);
    }
}
