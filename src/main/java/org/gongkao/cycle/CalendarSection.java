package org.gongkao.cycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The State Council's arrangement of holidays per year: each with its document, days off and weekends worked. */
@Component
class CalendarSection implements PackageSection<WorkingDays> {

    @Override
    public String key() {
        return "calendar";
    }

    @Override
    public String title() {
        return "工作日安排";
    }

    @Override
    public Class<WorkingDays> type() {
        return WorkingDays.class;
    }

    @Override
    public WorkingDays parse(Node node, Problems problems) {
        var years = new HashSet<Integer>();
        var off = new HashSet<LocalDate>();
        var worked = new HashSet<LocalDate>();
        node.entries(problems).forEach((key, year) -> {
            if (!key.matches("20\\d\\d")) {
                problems.add(year, "此处的名称应为年份，如 2023。");
                return;
            }
            years.add(Integer.parseInt(key));
            year.only(problems, "document", "off", "worked").entries(problems);
            year.at("document").text(problems);
            for (var item : year.at("off").items(problems)) {
                daysOff(item, off, problems);
            }
            for (var item : year.at("worked").items(problems)) {
                weekendWorked(item, worked, problems);
            }
        });
        return new WorkingDays(years, off, worked);
    }

    /** One day, or a span such as {@code 2023-01-21..2023-01-27}. */
    private static void daysOff(Node item, Set<LocalDate> off, Problems problems) {
        var text = item.text(problems);
        int dots = text.indexOf("..");
        if (dots < 0) {
            off.add(item.day(problems));
            return;
        }
        var from = Node.scalar(item.file(), item.line(), item.path(), text.substring(0, dots))
                .day(problems);
        var to = Node.scalar(item.file(), item.line(), item.path(), text.substring(dots + 2))
                .day(problems);
        if (to.isBefore(from) || to.isAfter(from.plusDays(30))) {
            problems.add(item, "放假的末日应晚于首日，且不超过一个月。");
            return;
        }
        from.datesUntil(to.plusDays(1)).forEach(off::add);
    }

    private static void weekendWorked(Node item, Set<LocalDate> worked, Problems problems) {
        var day = item.day(problems);
        if (!day.equals(LocalDate.EPOCH) && day.getDayOfWeek().getValue() < 6) {
            problems.add(item, "调休上班日应为星期六或星期日。");
        }
        worked.add(day);
    }

    @Override
    public String show(Node whole, String path, String scalar) {
        return scalar.replaceAll("(20\\d\\d)-0?(\\d+)-0?(\\d+)", "$1年$2月$3日").replace("..", "至");
    }

    @Override
    public String label(Node whole, String path) {
        return path.replace("calendar.", "")
                .replaceFirst("^(20\\d\\d)\\.document$", "$1年 · 依据文件")
                .replaceFirst("^(20\\d\\d)\\.off\\[.*", "$1年 · 放假")
                .replaceFirst("^(20\\d\\d)\\.worked\\[.*", "$1年 · 调休上班");
    }
}
