package org.gongkao.catalogue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Level;
import org.springframework.stereotype.Component;

/** The catalogue of occupations: version, industry, code, name, levels open, successor. */
@Component
public class OccupationCatalogueSection implements PackageSection<OccupationCatalogue> {

    static final String KEY = "catalogue";

    private static final Pattern PART = Pattern.compile("catalogue\\.occupations\\[([^]]+)]\\.(\\w+).*");

    public OccupationCatalogueSection() {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "工种设置目录";
    }

    @Override
    public Class<OccupationCatalogue> type() {
        return OccupationCatalogue.class;
    }

    @Override
    public OccupationCatalogue parse(Node node, Problems problems) {
        node.only(problems, "version", "sample", "occupations").entries(problems);
        var version = node.at("version").text(problems);
        boolean sample = node.at("sample").optionalText().orElse("").equals("true");
        var occupations = new LinkedHashMap<String, Occupation>();
        var nodes = new LinkedHashMap<String, Node>();
        for (var item : node.at("occupations").items(problems)) {
            var one = occupation(item, problems);
            occupations.put(one.code(), one);
            nodes.put(one.code(), item);
        }
        names(occupations, nodes, problems);
        successors(occupations, nodes, problems);
        return new OccupationCatalogue(version, sample, java.util.Collections.unmodifiableMap(occupations));
    }

    private static Occupation occupation(Node item, Problems problems) {
        item.only(problems, "code", "industry", "name", "levels", "successor");
        var code = item.at("code").text(problems);
        if (!code.isEmpty() && !code.matches("[A-Z0-9-]{1,20}")) {
            problems.add(item.at("code"), "工种代码应为1至20位大写字母、数字或短横线。");
        }
        var levels = EnumSet.noneOf(Level.class);
        for (var level : item.at("levels").items(problems)) {
            level.oneOf(Level.class, problems).ifPresent(levels::add);
        }
        return new Occupation(
                code,
                item.at("name").text(problems),
                item.at("industry").text(problems),
                Set.copyOf(levels),
                item.at("successor").optionalText().orElse(null));
    }

    private static void names(Map<String, Occupation> occupations, Map<String, Node> nodes, Problems problems) {
        var seen = new HashSet<String>();
        occupations.forEach((code, one) -> {
            var node = nodes.get(code);
            if (node != null && !one.name().isEmpty() && !seen.add(one.name())) {
                problems.add(node.at("name"), "工种名称“" + one.name() + "”出现了两次，请核对。");
            }
        });
    }

    /** A successor must be in the catalogue, and the way from one to the next must end. */
    private static void successors(Map<String, Occupation> occupations, Map<String, Node> nodes, Problems problems) {
        occupations.forEach((code, one) -> {
            var node = nodes.get(code);
            var next = one.successorCode();
            var passed = new HashSet<String>();
            while (node != null && next != null) {
                var successor = occupations.get(next);
                if (successor == null) {
                    problems.add(node.at("successor"), "并入的工种“" + next + "”不在目录中，请核对代码。");
                    return;
                }
                if (!passed.add(next)) {
                    problems.add(node.at("successor"), "工种的并入关系成了循环，请核对。");
                    return;
                }
                next = successor.successorCode();
            }
        });
    }

    @Override
    public String label(Node whole, String path) {
        if (path.equals("catalogue.version")) {
            return "目录文号";
        }
        if (path.equals("catalogue.sample")) {
            return "是否为样例";
        }
        var part = PART.matcher(path);
        if (!part.matches()) {
            return path;
        }
        return "工种 " + name(whole, part.group(1)) + " · "
                + switch (part.group(2)) {
                    case "code" -> "代码";
                    case "industry" -> "行业";
                    case "name" -> "名称";
                    case "successor" -> "并入";
                    default -> "开考等级";
                };
    }

    /** By its name, with the code that lists and papers carry. */
    private static String name(Node whole, String code) {
        var name = whole.at(KEY).at("occupations").at(code).at("name").optionalText();
        return name.map(found -> found + "（" + code + "）").orElse(code);
    }

    @Override
    public String show(Node whole, String path, String scalar) {
        return path.endsWith(".successor") ? name(whole, scalar) : scalar;
    }

    @Override
    public String sheet(long draft) {
        return CatalogueImportController.path(draft);
    }
}
