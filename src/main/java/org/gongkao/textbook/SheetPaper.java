package org.gongkao.textbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Shanghai;

/** 教材征订单纸质件。The sheet that the unit stamps and sends in with the roster, and the list of those it collects from. */
record SheetPaper(
        String title,
        String unitName,
        String unitCode,
        String foot,
        String hash,
        String note,
        List<Row> rows,
        int total,
        String amount,
        List<Person> people) {

    /** 纸质件行。One book. */
    record Row(int place, String title, String level, String occupation, int quantity, String price, String sum) {}

    /** 纸质件人员。One who ordered, for the unit's own collecting. */
    record Person(int place, String name, String level, String title, String price) {}

    static SheetPaper of(SheetVersion version, String unitName, OrderSheet sheet, Map<Long, String> names) {
        var rows = new ArrayList<Row>();
        for (var line : sheet.lines()) {
            var price = line.price();
            rows.add(new Row(
                    rows.size() + 1,
                    line.title(),
                    line.book().level().full(),
                    line.occupation(),
                    line.quantity(),
                    price == null ? "" : price.toString(),
                    price == null ? "" : line.sum().toString()));
        }
        return new SheetPaper(
                version.year() + "年工勤技能岗位等级考核教材征订单",
                unitName,
                version.unitCode(),
                "第 " + version.version() + " 版，" + Shanghai.minute(version.confirmedAt()) + " 确认，校验码 "
                        + version.shortHash(),
                version.hash(),
                sheet.priced() ? "书名、编号和价格以公布的价格文件为准，待确认。" : "本年度教材价格没有公布，暂不缴款，待确认。",
                List.copyOf(rows),
                sheet.total(),
                sheet.priced() ? sheet.amount().toString() : "",
                people(sheet, names));
    }

    private static List<Person> people(OrderSheet sheet, Map<Long, String> names) {
        var people = new ArrayList<Person>();
        for (var one : sheet.members()) {
            var line = sheet.lines().stream()
                    .filter(each -> each.book().equals(one.book()))
                    .findFirst()
                    .orElseThrow();
            var price = line.price();
            people.add(new Person(
                    people.size() + 1,
                    names.getOrDefault(one.person(), ""),
                    one.book().level().full(),
                    line.title(),
                    price == null ? "" : price.toString()));
        }
        return List.copyOf(people);
    }
}
