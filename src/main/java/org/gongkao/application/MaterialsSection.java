package org.gongkao.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Level;
import org.springframework.stereotype.Component;

/** The kinds of material in the year's plan. */
@Component
public class MaterialsSection implements PackageSection<MaterialKinds> {

    public MaterialsSection() {}

    @Override
    public String key() {
        return "materials";
    }

    @Override
    public String title() {
        return "申报材料";
    }

    @Override
    public Class<MaterialKinds> type() {
        return MaterialKinds.class;
    }

    @Override
    public MaterialKinds parse(Node node, Problems problems) {
        var kinds = new ArrayList<MaterialKind>();
        for (var item : node.items(problems)) {
            item.only(problems, "code", "name", "hint", "photo", "demand", "levels");
            var code = item.at("code").text(problems);
            if (!code.matches("[A-Z_]{2,30}")) {
                problems.add(item.at("code"), "材料代码应为大写英文字母，如 PHOTO。");
            }
            if (kinds.stream().anyMatch(kind -> kind.code().equals(code))) {
                problems.add(item.at("code"), "材料代码“" + code + "”重复，请改用另一个代码。");
            }
            var demand =
                    item.at("demand").oneOf(MaterialKind.Demand.class, problems).orElse(MaterialKind.Demand.OPTIONAL);
            kinds.add(new MaterialKind(
                    code,
                    item.at("name").text(problems),
                    item.at("hint").optionalText().orElse(""),
                    item.at("photo").optionalText().filter("true"::equals).isPresent(),
                    demand,
                    levels(item.at("levels"), problems)));
        }
        if (node.present() && kinds.stream().filter(MaterialKind::photo).count() != 1) {
            problems.add(node, "申报材料中应有且只有一种是证件照（photo: true）。");
        }
        return new MaterialKinds(List.copyOf(kinds));
    }

    private static Set<Level> levels(Node node, Problems problems) {
        if (!node.present()) {
            return EnumSet.allOf(Level.class);
        }
        var levels = EnumSet.noneOf(Level.class);
        node.items(problems).forEach(item -> item.oneOf(Level.class, problems).ifPresent(levels::add));
        return levels;
    }

    @Override
    public String label(String path) {
        var field = path.substring(path.lastIndexOf('.') + 1);
        int open = path.indexOf('[');
        int close = path.indexOf(']');
        if (open < 0 || close < open) {
            return path;
        }
        return path.substring(open + 1, close) + " · "
                + switch (field) {
                    case "code" -> "代码";
                    case "name" -> "名称";
                    case "hint" -> "说明";
                    case "photo" -> "证件照";
                    case "demand" -> "要求";
                    default -> "适用等级";
                };
    }

    @Override
    public String show(String path, String scalar) {
        return Arrays.stream(MaterialKind.Demand.values())
                .filter(demand -> demand.name().equals(scalar))
                .map(MaterialKind.Demand::label)
                .findFirst()
                .orElse(scalar);
    }
}
