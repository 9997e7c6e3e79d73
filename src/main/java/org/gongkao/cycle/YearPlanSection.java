package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The stages in the notice's order, and who has to do what in which window. */
@Component
class YearPlanSection implements PackageSection<YearPlan> {

    @Override
    public String key() {
        return "plan";
    }

    @Override
    public String title() {
        return "日程";
    }

    @Override
    public Class<YearPlan> type() {
        return YearPlan.class;
    }

    @Override
    public YearPlan parse(Node node, Problems problems) {
        node.only(problems, "stages", "duties").entries(problems);
        var stages = new ArrayList<Stage>();
        for (var item : node.at("stages").items(problems)) {
            item.only(problems, "number", "name", "window", "lead");
            int number = item.at("number").integer(1, 99, problems);
            if (number != stages.size() + 1) {
                problems.add(item.at("number"), "阶段应从1起依次编号。");
            }
            var name = item.at("name").text(problems);
            var lead = item.at("lead").text(problems);
            item.at("window")
                    .oneOf(Window.class, problems)
                    .ifPresent(w -> stages.add(new Stage(number, name, w, lead)));
        }
        var duties = new ArrayList<Duty>();
        for (var item : node.at("duties").items(problems)) {
            item.only(problems, "who", "what", "window");
            var who = item.at("who").text(problems);
            var what = item.at("what").text(problems);
            item.at("window").oneOf(Window.class, problems).ifPresent(w -> duties.add(new Duty(who, what, w)));
        }
        return new YearPlan(java.util.List.copyOf(stages), java.util.List.copyOf(duties));
    }

    @Override
    public String label(Node whole, String path) {
        return path.replaceFirst("^plan\\.stages\\[(\\d+)]\\.name$", "第 $1 阶段 · 名称")
                .replaceFirst("^plan\\.stages\\[(\\d+)]\\.lead$", "第 $1 阶段 · 说明")
                .replaceFirst("^plan\\.stages\\[(\\d+)]\\.number$", "第 $1 阶段 · 序号")
                .replaceFirst("^plan\\.stages\\[(\\d+)]\\.window$", "第 $1 阶段 · 时间节点")
                .replaceFirst("^plan\\.duties\\[(\\d+)]\\.who$", "办理事项 $1 · 办理人")
                .replaceFirst("^plan\\.duties\\[(\\d+)]\\.what$", "办理事项 $1 · 内容")
                .replaceFirst("^plan\\.duties\\[(\\d+)]\\.window$", "办理事项 $1 · 时间节点");
    }

    @Override
    public List<Option> words(String path) {
        return path.endsWith(".window")
                ? Stream.of(Window.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
