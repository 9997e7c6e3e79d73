package org.gongkao.application.closing;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.closing.FindingReports.Found;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of a reported version by key, and the check of its hash. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ClosedListController {

    private static final int SCREEN = 100;

    private final FindingReports finding;
    private final ClosedVersions versions;
    private final ClosingWords words;

    ClosedListController(FindingReports finding, ClosedVersions versions, ClosingWords words) {
        this.finding = finding;
        this.versions = versions;
        this.words = words;
    }

    /** {@code check} makes the hash again from all that is kept; asked for, since it reads the whole list. */
    @GetMapping("/closings/{agencyCode}/versions/{version}")
    ModelAndView list(
            @PathVariable String agencyCode,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean check,
            Actor actor,
            Instant arrived) {
        var found = finding.find(agencyCode, version, actor, arrived);
        var page = versions.lines(found.version(), after, SCREEN);
        var here = ClosingRooms.HERE + "/" + agencyCode + "/versions/" + version;
        boolean same = check && isUnchanged(found);
        return Pages.page(
                "application/closing/list",
                new ClosedListPage(
                        agencyCode,
                        found.reporter().agency().name(),
                        version,
                        found.version().total(),
                        List.of(
                                new Line("上报时间", Shanghai.second(found.version().closedAt())),
                                new Line("责任人", found.version().responsible()),
                                new Line("校验码", found.version().hash())),
                        same ? Sign.MET : Sign.UNMET,
                        !check ? "" : same ? "复核一致：按现存内容重新计算，与上报时的校验码相同" : "复核不一致：现存内容与上报时的校验码不同，请报告系统管理人员",
                        page.rows().stream().map(one -> row(one, found)).toList(),
                        after.isEmpty() ? "" : here,
                        page.next() == null ? "" : here + "?after=" + page.next()));
    }

    private boolean isUnchanged(Found found) {
        return versions.report(found.closing(), found.version())
                .hash()
                .equals(found.version().hash());
    }

    private ClosedListPage.Row row(Report.Listed one, Found found) {
        return new ClosedListPage.Row(
                one.number(),
                Level.of(one.level()).full(),
                words.occupation(one.occupation(), found.reporter().cycle()),
                one.conclusion().sign(),
                one.conclusion().label());
    }
}
