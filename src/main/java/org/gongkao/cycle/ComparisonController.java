package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkao.cycle.ComparisonPage.DifferingSection;
import org.gongkao.cycle.ComparisonPage.FieldDifference;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 方案比较。What differs between a package and another year's, or another version of its own. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class ComparisonController {

    /** A package's id, and after a dash the version of its line up to which amendments count. */
    private static final Pattern WITH = Pattern.compile("(\\d{1,18})(?:-(\\d{1,9}))?");

    private record Compared(String title, Node root) {}

    private final YearPackages packages;
    private final StandingTexts texts;
    private final PackageReader reader;
    private final CyclePages pages;

    ComparisonController(YearPackages packages, StandingTexts texts, PackageReader reader, CyclePages pages) {
        this.packages = packages;
        this.texts = texts;
        this.reader = reader;
        this.pages = pages;
    }

    @GetMapping("/administration/cycles/{id:\\d+}/comparison")
    ModelAndView compare(@PathVariable long id, @RequestParam String with, Actor actor) {
        var one = packages.get(id, actor);
        var here = new Compared(
                one.title(),
                reader.readPublished(one.baseText(), one.overlayText()).root());
        var other = other(with, actor);
        return Pages.page(
                "cycle/compare",
                new ComparisonPage(
                        id,
                        "方案比较",
                        here.title(),
                        other.title(),
                        with,
                        pages.others(one, actor),
                        differences(other, here)));
    }

    private Compared other(String with, Actor actor) {
        var match = WITH.matcher(with);
        if (!match.matches()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var of = packages.get(Long.parseLong(match.group(1)), actor);
        if (match.group(2) == null) {
            return new Compared(
                    of.title(),
                    reader.readPublished(of.baseText(), of.overlayText()).root());
        }
        int version = Integer.parseInt(match.group(2));
        return new Compared(
                of.name() + " 第" + version + "版",
                texts.upTo(of, of.region(), version).root());
    }

    private List<DifferingSection> differences(Compared other, Compared here) {
        var keys = new LinkedHashSet<>(other.root().children().keySet());
        keys.addAll(here.root().children().keySet());
        var sections = new ArrayList<DifferingSection>();
        for (var key : keys) {
            var rows = differing(other, here, key);
            if (!rows.isEmpty()) {
                sections.add(new DifferingSection(
                        reader.section(key).map(PackageSection::title).orElse(key), rows));
            }
        }
        return sections;
    }

    private List<FieldDifference> differing(Compared other, Compared here, String key) {
        var before = other.root().at(key);
        var after = here.root().at(key);
        var said = reader.words(other.root());
        var says = reader.words(here.root());
        var old = before.leaves();
        var all = new LinkedHashMap<>(old);
        var now = after.leaves();
        now.forEach(all::putIfAbsent);
        var rows = new ArrayList<FieldDifference>();
        all.keySet().forEach(field -> {
            var was = old.getOrDefault(field, "");
            var is = now.getOrDefault(field, "");
            if (!was.equals(is)) {
                rows.add(new FieldDifference(
                        (now.containsKey(field) ? says : said).label(field),
                        said.shown(field, was),
                        says.shown(field, is),
                        says.isRaw(field)));
            }
        });
        return rows;
    }
}
