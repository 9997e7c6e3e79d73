package org.gongkao.cycle;

import org.springframework.stereotype.Component;

/** Of which year and region the package is. */
@Component
class HeaderSection implements PackageSection<Header> {

    @Override
    public String key() {
        return "cycle";
    }

    @Override
    public String title() {
        return "方案标识";
    }

    @Override
    public Class<Header> type() {
        return Header.class;
    }

    @Override
    public Header parse(Node node, Problems problems) {
        node.only(problems, "year", "region", "name", "current_from").entries(problems);
        var region = node.at("region");
        var code = region.text(problems);
        if (!code.isEmpty() && !code.matches("\\d{4}[0-9Z]\\d")) {
            problems.add(region, "行政区划代码应为6位，如 410300。");
        }
        return new Header(
                node.at("year").integer(2010, 2099, problems),
                code,
                node.at("name").text(problems),
                node.at("current_from").instant(problems));
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "cycle.year" -> "年度";
            case "cycle.region" -> "行政区划代码";
            case "cycle.name" -> "名称";
            case "cycle.current_from" -> "成为当前年度的时间";
            default -> path;
        };
    }

    @Override
    public boolean amendable(String path) {
        return path.equals("cycle.name");
    }
}
