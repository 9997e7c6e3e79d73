package org.gongkao.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.shared.Option;
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
            item.only(problems, "code", "name", "hint", "photo", "demand");
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
                    "",
                    item.at("photo").optionalText().filter("true"::equals).isPresent(),
                    demand));
        }
        if (node.present() && kinds.stream().filter(MaterialKind::photo).count() != 1) {
            problems.add(node, "申报材料中应有且只有一种是证件照（photo: true）。");
        }
        return new MaterialKinds(List.copyOf(kinds), node);
    }

    /** A proof has its name and its words in the rules, and nowhere else. */
    @Override
    public void check(Cycle whole, Problems faults, Problems toConfirm) {
        var proofs = Eligibility.materials(whole);
        var kinds = whole.section(MaterialKinds.class);
        for (var kind : kinds.list()) {
            if (proofs.contains(kind.code())) {
                faults.add(kinds.node(), "材料代码“" + kind.code() + "”已在申报资格条件的证明材料中，请从这里删去。");
            }
        }
    }

    @Override
    public String label(Node whole, String path) {
        var field = path.substring(path.lastIndexOf('.') + 1);
        int open = path.indexOf('[');
        int close = path.indexOf(']');
        if (open < 0 || close < open) {
            return path;
        }
        var code = path.substring(open + 1, close);
        var name = whole.at("materials").at(code).at("name").optionalText().orElse(code);
        return "申报材料“" + name + "” · "
                + switch (field) {
                    case "code" -> "代码";
                    case "name" -> "名称";
                    case "hint" -> "说明";
                    case "photo" -> "证件照";
                    default -> "要求";
                };
    }

    @Override
    public boolean raw(String path) {
        return path.endsWith(".code");
    }

    @Override
    public List<Option> words(String path) {
        return path.endsWith(".demand")
                ? Stream.of(MaterialKind.Demand.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
