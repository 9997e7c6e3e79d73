package org.gongkao.application.closing;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.closing.FindingReports.Found;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Puts the paper of a reported version together. */
@Component
class ClosingSheets {

    private final ClosedVersions versions;
    private final ClosingWords words;

    ClosingSheets(ClosedVersions versions, ClosingWords words) {
        this.versions = versions;
        this.words = words;
    }

    ClosingSheet of(Found found) {
        var version = found.version();
        var cycle = found.reporter().cycle();
        var figures = versions.figures(version);
        return new ClosingSheet(
                found.closing().year() + "年机关事业单位工勤技能岗位等级考核资格审查汇总表",
                found.reporter().agency().name(),
                words.office(found.closing().superior()),
                version.responsible(),
                words.heading(version, figures, versions.members(version)),
                version.total(),
                Shanghai.second(version.closedAt()),
                "第 " + version.version() + " 版，" + Shanghai.minute(version.closedAt()) + " 上报，校验码 "
                        + version.shortHash(),
                version.hash(),
                List.of(words.byLevel(figures), words.byOccupation(figures, cycle)),
                versions.outstanding(version).stream()
                        .map(one -> new Line(one.label(), one.files() + " 份"))
                        .toList(),
                members(version),
                rows(version, cycle));
    }

    private List<ClosingSheet.Member> members(ClosedVersion version) {
        return versions.members(version).stream()
                .map(one -> new ClosingSheet.Member(
                        words.office(Office.agency(one.agencyCode())),
                        one.isMissing() ? "未上报" : "第 " + one.memberVersion() + " 版",
                        one.total(),
                        one.approved(),
                        one.rejected(),
                        one.contentHash() == null ? "" : one.contentHash().substring(0, 16)))
                .toList();
    }

    private List<ClosingSheet.Row> rows(ClosedVersion version, Cycle cycle) {
        var rows = new ArrayList<ClosingSheet.Row>();
        if (version.total() <= ClosingSheet.MOST_ROWS) {
            for (var one : versions.lines(version, "", ClosingSheet.MOST_ROWS).rows()) {
                rows.add(new ClosingSheet.Row(
                        rows.size() + 1,
                        one.number(),
                        Level.of(one.level()).full(),
                        words.occupation(one.occupation(), cycle),
                        one.conclusion().label()));
            }
        }
        return List.copyOf(rows);
    }
}
