package org.gongkao.application.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit clerk's roster. */
@Controller
@Allowed(Role.UNIT_CLERK)
class RosterController {

    private static final String HOME = "redirect:/roster";

    private final RosterPages pages;
    private final ConfirmingRoster confirming;
    private final AttachingScan attaching;
    private final Files files;

    RosterController(RosterPages pages, ConfirmingRoster confirming, AttachingScan attaching, Files files) {
        this.pages = pages;
        this.confirming = confirming;
        this.attaching = attaching;
        this.files = files;
    }

    @GetMapping("/roster")
    ModelAndView show(Actor actor, Instant arrived) {
        return Pages.page("application/roster/roster", page(RosterPage.Typed.NONE, List.of(), actor, arrived));
    }

    @PostMapping("/roster/confirmations")
    Object confirm(
            @RequestParam(defaultValue = "") List<String> line,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var seen = line.stream().map(SeenLine::parse).flatMap(Optional::stream).toList();
        try {
            confirming.confirm(seen, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again("line", RosterPage.Typed.NONE, refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "已核实 " + seen.size() + " 人。");
        return HOME;
    }

    @PostMapping("/roster/{number}/errors")
    Object reportError(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        var seen = SeenLine.parse(line)
                .filter(one -> one.number().equals(number))
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        try {
            confirming.reportError(seen, note, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again("note-" + number, RosterPage.Typed.note(number, note), refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "已报告工考管理机构，更正后请再核实。");
        return HOME;
    }

    @PostMapping("/roster/versions")
    Object freeze(
            @RequestParam(defaultValue = "") String hash, Actor actor, Instant arrived, RedirectAttributes redirect) {
        try {
            var version = confirming.freeze(hash, actor, arrived);
            redirect.addFlashAttribute("flash", "花名册第 " + version.version() + " 版已定稿，请打印盖章后上传扫描件。");
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again("", RosterPage.Typed.NONE, refusal, actor, arrived);
        }
        return HOME;
    }

    @PostMapping("/roster/scan")
    Object attach(
            @RequestParam MultipartFile scan,
            @RequestParam int version,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        if (!Upload.isChosen(scan)) {
            var faults = List.of(new Fault("scan", "请先选择盖章后的扫描件。"));
            return Pages.refused("application/roster/roster", page(RosterPage.Typed.NONE, faults, actor, arrived));
        }
        try {
            attaching.attach(
                    files.receive(Upload.of(scan, FileRule.DOCUMENT), actor, arrived), version, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again("scan", RosterPage.Typed.NONE, refusal, actor, arrived);
        }
        redirect.addFlashAttribute("flash", "盖章扫描件已上传。");
        return HOME;
    }

    /** What the input lacks, or who was quicker, is told on the same page with what was typed; anything else is for the error page. */
    private ModelAndView again(String field, RosterPage.Typed typed, Refusal refusal, Actor actor, Instant arrived) {
        var status = HttpStatus.valueOf(refusal.reason().status());
        if (status != HttpStatus.UNPROCESSABLE_CONTENT && status != HttpStatus.CONFLICT) {
            throw refusal;
        }
        return Pages.page(
                "application/roster/roster",
                page(typed, List.of(new Fault(field, refusal.sentence())), actor, arrived),
                status);
    }

    private RosterPage page(RosterPage.Typed typed, List<Fault> faults, Actor actor, Instant arrived) {
        return pages.of(actor.office().code(), typed, faults, actor, arrived);
    }
}
