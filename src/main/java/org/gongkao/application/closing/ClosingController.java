package org.gongkao.application.closing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongkao.application.closing.ClosingPage.Typed;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reports of an agency and of those below it. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class ClosingController {

    private static final String TEMPLATE = "application/closing/closing";

    private final ClosingOverview overview;
    private final ClosingPages pages;
    private final ReportingReview reporting;
    private final StampingReport stamping;
    private final ReceivingReports receiving;
    private final Files files;

    ClosingController(
            ClosingOverview overview,
            ClosingPages pages,
            ReportingReview reporting,
            StampingReport stamping,
            ReceivingReports receiving,
            Files files) {
        this.overview = overview;
        this.pages = pages;
        this.reporting = reporting;
        this.stamping = stamping;
        this.receiving = receiving;
        this.files = files;
    }

    @GetMapping(ClosingRooms.HERE)
    Object list(Actor actor, Instant arrived) {
        var page = overview.of(actor, arrived);
        return page.rows().isEmpty() && !page.own().isEmpty()
                ? "redirect:" + page.own()
                : Pages.page("application/closing/closings", page);
    }

    @GetMapping("/closings/{agencyCode}")
    ModelAndView show(@PathVariable String agencyCode, Actor actor, Instant arrived) {
        return Pages.page(TEMPLATE, pages.page(agencyCode, Typed.NOTHING, List.of(), actor, arrived));
    }

    @PostMapping("/closings/{agencyCode}/versions")
    Object close(
            @PathVariable String agencyCode,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String figures,
            @RequestParam(defaultValue = "") String responsible,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        int closed;
        try {
            closed = reporting.close(agencyCode, version, figures, responsible, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(agencyCode, "responsible", new Typed(responsible, ""), refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "汇总表第 " + closed + " 版已上报，请打印盖章后上传扫描件。");
        return redirect(agencyCode);
    }

    @PostMapping("/closings/{agencyCode}/scan")
    Object stamp(
            @PathVariable String agencyCode,
            @RequestParam MultipartFile scan,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            if (!Upload.isChosen(scan)) {
                throw new Refusal(ClosingRefusal.SCAN_MISSING);
            }
            stamping.stamp(
                    agencyCode, files.receive(Upload.of(scan, FileRule.DOCUMENT), actor, arrived), actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(agencyCode, "scan", Typed.NOTHING, refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "盖章扫描件已上传，上级可以审核接收。");
        return redirect(agencyCode);
    }

    /** What the agency above does. */
    @PostMapping("/closings/{agencyCode}/acts")
    Object receive(
            @PathVariable String agencyCode,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var chosen = Arrays.stream(ClosingAct.values())
                .filter(one -> one.name().equals(act))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        try {
            receiving.receive(agencyCode, version, chosen, reason, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(agencyCode, "reason", new Typed("", reason), refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "已办理：" + chosen.label() + "，已告知上报机构。");
        return redirect(agencyCode);
    }

    /** What the input lacks is told on the same page; anything else is for the error page. */
    private ModelAndView again(
            String agencyCode, String field, Typed typed, Refusal refusal, Actor actor, Instant arrived) {
        if (refusal.reason().status() != 422) {
            throw refusal;
        }
        var faults = List.of(new Fault(field, refusal.sentence()));
        return Pages.refused(TEMPLATE, pages.page(agencyCode, typed, faults, actor, arrived));
    }

    private static String redirect(String agencyCode) {
        return "redirect:" + ClosingRooms.HERE + "/" + agencyCode;
    }
}
