package org.gongkao.cycle;

import java.util.EnumMap;
import java.util.Map;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** The windows, each with its two bounds to the second, and how they must lie to each other. */
@Component
class WindowsSection implements PackageSection<Windows> {

    @Override
    public String key() {
        return "windows";
    }

    @Override
    public String title() {
        return "时间节点";
    }

    @Override
    public Class<Windows> type() {
        return Windows.class;
    }

    @Override
    public Windows parse(Node node, Problems problems) {
        var periods = new EnumMap<Window, Period>(Window.class);
        int before = problems.list().size();
        var entries = node.entries(problems);
        for (var window : Window.values()) {
            periods.put(window, period(node.at(window.name()), problems));
        }
        for (var entry : entries.entrySet()) {
            if (!isWindow(entry.getKey())) {
                problems.add(entry.getValue(), "不认识的时间节点“" + entry.getKey() + "”，请按样例的名称书写。");
            }
        }
        if (problems.list().size() == before) {
            order(node, periods, problems);
        }
        return new Windows(Map.copyOf(periods));
    }

    private static Period period(Node node, Problems problems) {
        node.only(problems, "from", "to").entries(problems);
        int before = problems.list().size();
        var period = new Period(node.at("from").instant(problems), node.at("to").instant(problems));
        if (problems.list().size() == before && !period.from().isBefore(period.to())) {
            problems.add(node.at("to"), "截止时间应晚于开始时间。");
        }
        return period;
    }

    /** What would leave somebody without a way: e.g. review that ends before units have handed their files on. */
    private static void order(Node node, Map<Window, Period> periods, Problems problems) {
        notLater(Window.UNIT_NAMES, Window.REGISTRATION, node, periods, problems);
        notLater(Window.REGISTRATION, Window.UNIT_REVIEW, node, periods, problems);
        notLater(Window.REGISTRATION, Window.CORRECTION, node, periods, problems);
        notLater(Window.UNIT_REVIEW, Window.REVIEW, node, periods, problems);
        notLater(Window.CORRECTION, Window.REVIEW, node, periods, problems);
        notLater(Window.REVIEW, Window.PAYMENT, node, periods, problems);
        var registration = periods.get(Window.REGISTRATION);
        var correction = periods.get(Window.CORRECTION);
        if (registration != null && correction != null && correction.from().isAfter(registration.from())) {
            problems.add(node.at(Window.CORRECTION.name()).at("from"), "退回补正应自网上注册报名开始时起。");
        }
    }

    private static void notLater(
            Window first, Window second, Node node, Map<Window, Period> periods, Problems problems) {
        var one = periods.get(first);
        var other = periods.get(second);
        if (one != null && other != null && one.to().isAfter(other.to())) {
            problems.add(
                    node.at(second.name()).at("to"), "“" + second.label() + "”的截止时间不能早于“" + first.label() + "”的截止时间。");
        }
    }

    private static boolean isWindow(String name) {
        for (var window : Window.values()) {
            if (window.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String label(Node whole, String path) {
        for (var window : Window.values()) {
            if (path.equals("windows." + window.name() + ".from")) {
                return window.label() + " · 开始";
            }
            if (path.equals("windows." + window.name() + ".to")) {
                return window.label() + " · 截止";
            }
        }
        return path;
    }

    /** As people say it: 2023年3月28日 24:00. */
    @Override
    public String show(Node whole, String path, String scalar) {
        var faults = new Problems();
        var instant = Node.scalar("", 0, path, scalar).instant(faults);
        if (faults.any()) {
            return scalar;
        }
        return path.endsWith(".to") ? Shanghai.deadline(instant) : Shanghai.minute(instant);
    }
}
