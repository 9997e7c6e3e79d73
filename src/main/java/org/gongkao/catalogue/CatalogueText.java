package org.gongkao.catalogue;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.gongkao.shared.Level;

/** 目录文本。The catalogue as a section of a year package; every text is quoted, so that none of it is read as anything else. */
final class CatalogueText {

    private CatalogueText() {}

    static String of(OccupationCatalogue catalogue) {
        var text = new StringBuilder("# 工种设置目录（归 catalogue），由表格导入。\n");
        text.append(OccupationCatalogueSection.KEY).append(":\n");
        text.append("  version: ").append(quoted(catalogue.version())).append('\n');
        text.append("  sample: ").append(catalogue.sample()).append('\n');
        text.append("  occupations:\n");
        catalogue.occupations().values().forEach(one -> text.append(line(one)));
        return text.toString();
    }

    private static String line(Occupation one) {
        var levels = one.levels().stream()
                .sorted(Comparator.comparing(Level::number).reversed())
                .map(Level::name)
                .collect(Collectors.joining(", "));
        return "    - { code: " + quoted(one.code()) + ", industry: " + quoted(one.industry()) + ", name: "
                + quoted(one.name()) + ", levels: [" + levels + "]"
                + one.successor().map(code -> ", successor: " + quoted(code)).orElse("") + " }\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
