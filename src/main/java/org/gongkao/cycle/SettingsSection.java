package org.gongkao.cycle;

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
        node.only(problems, "notice_day", "objection_days", "own_date_days").entries(problems);
        return new Settings(
                node.at("notice_day").day(problems),
                node.at("objection_days").integer(1, 60, problems),
                node.at("own_date_days").integer(1, 60, problems));
    }

    @Override
    public String label(String path) {
        return switch (path) {
            case "settings.notice_day" -> "通知下发日期";
            case "settings.objection_days" -> "申诉期限（工作日）";
            case "settings.own_date_days" -> "单独补正、缴费期限（工作日）";
            default -> path;
        };
    }
}
