package org.gongkao.application.levelone;

import java.util.List;
import java.util.stream.Stream;
import org.gongkao.application.levelone.LevelOneRules.Over;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The year's rule for recommending for level one. */
@Component
class LevelOneSection implements PackageSection<LevelOneRules> {

    @Override
    public String key() {
        return "level_one";
    }

    @Override
    public String title() {
        return "一级推荐";
    }

    @Override
    public Class<LevelOneRules> type() {
        return LevelOneRules.class;
    }

    @Override
    public LevelOneRules parse(Node node, Problems problems) {
        node.only(problems, "share", "over", "statement", "clause").entries(problems);
        return new LevelOneRules(
                node.at("share").integer(1, 100, problems),
                node.at("over").oneOf(Over.class, problems).orElse(Over.WARN),
                node.at("statement").text(problems),
                node.at("clause").text(problems));
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "level_one.share" -> "一级岗位占工勤技能岗位的最高比例（%）";
            case "level_one.over" -> "超出比例或空缺时";
            case "level_one.statement" -> "单位推荐说明";
            case "level_one.clause" -> "推荐依据";
            default -> path;
        };
    }

    @Override
    public List<Option> words(String path) {
        return path.equals("level_one.over")
                ? Stream.of(Over.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
