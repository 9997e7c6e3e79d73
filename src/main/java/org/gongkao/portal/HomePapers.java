package org.gongkao.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.ExaminedSubject;
import org.gongkao.cycle.Amendment;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Region;
import org.gongkao.portal.HomePage.AmendmentRow;
import org.gongkao.portal.HomePage.IndustryRow;
import org.gongkao.portal.HomePage.Papers;
import org.gongkao.portal.HomePage.SubjectRow;
import org.gongkao.portal.HomePage.Subjects;
import org.gongkao.shared.Level;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 首页资料。Subjects, occupations, documents and amendments of the year, as the home page lists them. */
@Component
class HomePapers {

    private final Cycles cycles;
    private final Catalogue catalogue;
    private final Organisation organisation;

    HomePapers(Cycles cycles, Catalogue catalogue, Organisation organisation) {
        this.cycles = cycles;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    Subjects subjects(Cycle cycle) {
        var industries = new LinkedHashMap<String, List<String>>();
        for (var one : catalogue.all(cycle)) {
            if (one.successorCode() == null) {
                industries
                        .computeIfAbsent(one.industry(), first -> new ArrayList<>())
                        .add(one.name());
            }
        }
        return new Subjects(
                subjectRows(cycle),
                catalogue.version(cycle),
                catalogue.isSample(cycle) ? "行业分组为样例，工种以正式目录为准。" : "",
                industries.entrySet().stream()
                        .map(entry -> new IndustryRow(entry.getKey(), String.join("、", entry.getValue())))
                        .toList());
    }

    /** Levels that are examined alike stand in one line, as the notice has them. */
    private List<SubjectRow> subjectRows(Cycle cycle) {
        var alike = new LinkedHashMap<List<ExaminedSubject>, List<Level>>();
        for (var level : catalogue.levels(cycle)) {
            alike.computeIfAbsent(catalogue.subjects(cycle, level), first -> new ArrayList<>())
                    .add(level);
        }
        var rows = new ArrayList<SubjectRow>();
        alike.forEach((subjects, levels) -> rows.add(new SubjectRow(
                levels.size() == 1
                        ? levels.getFirst().full()
                        : levels.getFirst().full() + "至" + levels.getLast().full(),
                subjects.stream().map(one -> one.subject().label()).collect(Collectors.joining("、")),
                marks(subjects, levels, cycle))));
        return rows;
    }

    private static String marks(List<ExaminedSubject> subjects, List<Level> levels, Cycle cycle) {
        var marks = subjects.stream().map(ExaminedSubject::fullMarks).distinct().toList();
        var words = marks.size() == 1
                ? "满分均为" + marks.getFirst() + "分"
                : "满分依次为" + marks.stream().map(String::valueOf).collect(Collectors.joining("、")) + "分";
        boolean unconfirmed =
                levels.stream().anyMatch(level -> cycle.unconfirmed("levels." + level.name() + "[1].full"));
        var manner = levels.contains(Level.ONE) ? "理论考试，另有综合评审；" : "人机对话考试；";
        return manner + words + (unconfirmed ? "（待确认）" : "");
    }

    Papers papers(Cycle cycle) {
        return new Papers(
                cycle.citations(),
                cycles.amendments(cycle).reversed().stream().map(this::row).toList(),
                cycle.contact());
    }

    private AmendmentRow row(Amendment amendment) {
        return new AmendmentRow(
                amendment.documentNumber(),
                organisation
                        .findRegion(amendment.regionCode())
                        .map(Region::name)
                        .orElse(""),
                Shanghai.minute(amendment.effectiveAt()),
                amendment.changes());
    }
}
