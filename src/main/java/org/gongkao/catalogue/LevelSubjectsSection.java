package org.gongkao.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The levels held in a year, each with its subjects and full marks. */
@Component
public class LevelSubjectsSection implements PackageSection<LevelSubjects> {

    public LevelSubjectsSection() {}

    @Override
    public String key() {
        return "levels";
    }

    @Override
    public String title() {
        return "等级与科目";
    }

    @Override
    public Class<LevelSubjects> type() {
        return LevelSubjects.class;
    }

    @Override
    public LevelSubjects parse(Node node, Problems problems) {
        var byLevel = new EnumMap<Level, List<ExaminedSubject>>(Level.class);
        node.entries(problems).forEach((key, list) -> {
            var level = levelOf(key);
            if (level == null) {
                problems.add(list, "不认识的等级“" + key + "”，可用的有：FIVE、FOUR、THREE、TWO、ONE。");
                return;
            }
            var subjects = new ArrayList<ExaminedSubject>();
            for (var item : list.items(problems)) {
                item.only(problems, "subject", "full");
                int full = item.at("full").integer(1, 1000, problems);
                item.at("subject")
                        .oneOf(Subject.class, problems)
                        .ifPresent(subject -> subjects.add(new ExaminedSubject(subject, full)));
            }
            if (subjects.stream().map(ExaminedSubject::subject).distinct().count() < subjects.size()) {
                problems.add(list, "同一等级的科目不能重复，请删去多余的一处。");
            }
            byLevel.put(level, List.copyOf(subjects));
        });
        return new LevelSubjects(Map.copyOf(byLevel));
    }

    static @org.jspecify.annotations.Nullable Level levelOf(String name) {
        for (var level : Level.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return null;
    }

    @Override
    public String label(Node whole, String path) {
        for (var level : Level.values()) {
            var start = "levels." + level.name() + "[";
            if (path.startsWith(start)) {
                int close = path.indexOf(']');
                return level.full() + " · 第" + path.substring(start.length(), close) + "科 · "
                        + (path.endsWith(".full") ? "满分" : "科目");
            }
        }
        return path;
    }

    @Override
    public List<Option> words(String path) {
        return path.endsWith(".subject")
                ? Stream.of(Subject.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
