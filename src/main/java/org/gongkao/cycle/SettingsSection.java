package org.gongkao.cycle;

import java.util.EnumMap;
import java.util.Map;
import org.gongkao.shared.Office;
import org.springframework.stereotype.Component;

/** The year's numbers. */
@Component
class SettingsSection implements PackageSection<Settings> {

    @Override
    public String key() {
        return "settings";
    }

    @Override
    public String title() {
        return "年度设置";
    }

    @Override
    public Class<Settings> type() {
        return Settings.class;
    }

    @Override
    public Settings parse(Node node, Problems problems) {
        node.only(problems, "notice_day", "objection_days", "own_date_days", "promised_days")
                .entries(problems);
        return new Settings(
                node.at("notice_day").day(problems),
                node.at("objection_days").integer(1, 60, problems),
                node.at("own_date_days").integer(1, 60, problems),
                promised(node.at("promised_days"), problems));
    }

    private static Map<Office.Kind, Integer> promised(Node node, Problems problems) {
        node.only(problems, "UNIT", "DEPARTMENT", "AGENCY").entries(problems);
        var days = new EnumMap<Office.Kind, Integer>(Office.Kind.class);
        for (var kind : Office.Kind.values()) {
            days.put(kind, node.at(kind.name()).integer(1, 60, problems));
        }
        return Map.copyOf(days);
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "settings.notice_day" -> "通知下发日期";
            case "settings.objection_days" -> "申诉期限（工作日）";
            case "settings.own_date_days" -> "单独补正、缴费期限（工作日）";
            case "settings.promised_days.UNIT" -> "单位审核承诺时限（工作日）";
            case "settings.promised_days.DEPARTMENT" -> "主管部门审核承诺时限（工作日）";
            case "settings.promised_days.AGENCY" -> "工考管理机构审查承诺时限（工作日）";
            default -> path;
        };
    }
}
