package org.gongkao.eligibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.EligibilityRules.Proof;
import org.gongkao.eligibility.EligibilityRules.Settings;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conditions of the year. Reading looks at their shape; {@link #check} compiles them and tries them on people. */
@Component
public class RulesSection implements PackageSection<EligibilityRules> {

    private final Catalogue catalogue;

    public RulesSection(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String key() {
        return "rules";
    }

    @Override
    public String title() {
        return "申报资格条件";
    }

    @Override
    public Class<EligibilityRules> type() {
        return EligibilityRules.class;
    }

    @Override
    public EligibilityRules parse(Node node, Problems problems) {
        node.only(problems, "settings", "materials", "common", "paths", "conditions")
                .entries(problems);
        var proofs = proofs(node.at("materials"), problems);
        var rules = new LinkedHashMap<String, Rule>();
        node.at("conditions")
                .entries(problems)
                .forEach((id, rule) -> rules.put(id, RuleReader.read(id, rule, problems)));
        var paths = new ArrayList<RulePath>();
        for (var path : node.at("paths").items(problems)) {
            paths.add(path(path, problems));
        }
        var common = texts(node.at("common"), problems);
        var settings = settings(node.at("settings"), problems);
        var section = new EligibilityRules(node, settings, rules, common, paths, proofs);
        references(section, problems);
        return section;
    }

    @Override
    public void check(Cycle whole, Problems faults, Problems toConfirm) {
        new RuleCheck(whole, catalogue, faults, toConfirm).run();
    }

    private static Settings settings(Node node, Problems problems) {
        node.only(problems, "service_counting", "level_counting", "counting_day", "age_day", "horizon")
                .entries(problems);
        return new Settings(
                node.at("service_counting").oneOf(Counting.class, problems).orElse(Counting.BOTH_ENDS),
                node.at("level_counting").oneOf(Counting.class, problems).orElse(Counting.DIFFERENCE),
                monthDay(node.at("counting_day"), problems),
                monthDay(node.at("age_day"), problems),
                node.at("horizon").integer(1, 50, problems));
    }

    private static MonthDay monthDay(Node node, Problems problems) {
        var text = node.text(problems);
        try {
            if (!text.isEmpty()) {
                return MonthDay.parse("--" + text);
            }
        } catch (DateTimeException noSuchDay) {
            // told below
        }
        problems.add(node, "此处应为月和日，如 12-31。");
        return MonthDay.of(12, 31);
    }

    private static Map<String, Proof> proofs(Node node, Problems problems) {
        var proofs = new LinkedHashMap<String, Proof>();
        for (var item : node.items(problems)) {
            item.only(problems, "code", "name", "format", "example");
            var code = item.at("code").text(problems);
            proofs.put(
                    code,
                    new Proof(
                            code,
                            item.at("name").text(problems),
                            item.at("format").text(problems),
                            item.at("example").text(problems)));
        }
        return proofs;
    }

    private static RulePath path(Node node, Problems problems) {
        node.only(problems, "code", "title", "levels", "conditions", "waivers", "claimed_by");
        var levels = EnumSet.noneOf(Level.class);
        node.at("levels")
                .items(problems)
                .forEach(level -> level.oneOf(Level.class, problems).ifPresent(levels::add));
        return new RulePath(
                node.at("code").text(problems),
                node.at("title").text(problems),
                levels,
                texts(node.at("conditions"), problems),
                node.at("waivers").present() ? texts(node.at("waivers"), problems) : List.of(),
                claimedBy(node.at("claimed_by"), problems));
    }

    private static @Nullable Fact claimedBy(Node node, Problems problems) {
        if (!node.present()) {
            return null;
        }
        var fact = Fact.of(node.text(problems));
        if (fact.isEmpty()) {
            problems.add(node, "没有名为“" + node.optionalText().orElse("") + "”的事实，请核对名称。");
        }
        return fact.orElse(null);
    }

    static List<String> texts(Node node, Problems problems) {
        return node.items(problems).stream().map(item -> item.text(problems)).toList();
    }

    /** Names that lead nowhere, and conditions that nobody uses. */
    private static void references(EligibilityRules section, Problems problems) {
        var used = new ArrayList<String>();
        for (var path : section.node().at("paths").items(new Problems())) {
            refer(path.at("conditions"), section, used, problems);
            refer(path.at("waivers"), section, used, problems);
        }
        refer(section.node().at("common"), section, used, problems);
        section.rules().forEach((id, rule) -> {
            refer(rule.node().at("lifts"), section, new ArrayList<>(), problems);
            if (!used.contains(id)) {
                problems.add(rule.node(), "条件“" + id + "”没有用在任何途径中，请放入途径，或删去。");
            }
            for (var code : rule.node().at("materials").items(new Problems())) {
                if (!section.proofs().containsKey(code.optionalText().orElse(""))) {
                    problems.add(code, "材料“" + code.optionalText().orElse("") + "”不在证明材料之内，请核对代码。");
                }
            }
        });
    }

    private static void refer(Node list, EligibilityRules section, List<String> used, Problems problems) {
        for (var item : list.items(new Problems())) {
            var id = item.optionalText().orElse("");
            used.add(id);
            if (!section.rules().containsKey(id)) {
                problems.add(item, "没有编号为“" + id + "”的条件，请核对。");
            }
        }
    }

    static @Nullable LocalDate day(Node node, Problems problems) {
        return node.present() ? node.day(problems) : null;
    }

    @Override
    public String label(Node whole, String path) {
        return RuleNames.label(whole.at(key()), path);
    }

    @Override
    public List<Option> words(String path) {
        return RuleNames.words(path);
    }

    @Override
    public String show(Node whole, String path, String scalar) {
        var words = PackageSection.super.show(whole, path, scalar);
        return words.equals(scalar) ? RuleNames.show(whole.at(key()), path, scalar) : words;
    }

    @Override
    public boolean raw(String path) {
        return RuleNames.raw(path);
    }

    /** An amendment changes numbers and settings; an expression is changed in a new version, where it is tried on people. */
    @Override
    public boolean amendable(String path) {
        return path.contains(".parameters.") || path.startsWith("rules.settings.");
    }
}
