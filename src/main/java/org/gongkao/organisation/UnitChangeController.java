package org.gongkao.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 单位信息核对与变更申请页面。A unit's own entry, the check, and the form by which a change is asked for. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class UnitChangeController {

    private final Organisation organisation;
    private final OwnUnitPages pages;
    private final RequestingChanges requesting;
    private final Cycles cycles;
    private final Files files;

    UnitChangeController(
            Organisation organisation, OwnUnitPages pages, RequestingChanges requesting, Cycles cycles, Files files) {
        this.organisation = organisation;
        this.pages = pages;
        this.requesting = requesting;
        this.cycles = cycles;
        this.files = files;
    }

    @GetMapping("/units/changes")
    ModelAndView own(Actor actor, Instant arrived) {
        return actor.is(Role.UNIT_CLERK)
                ? Pages.page("organisation/own", pages.own(actor, arrived))
                : new ModelAndView("redirect:/administration/units/changes");
    }

    @PostMapping("/units/changes/confirm")
    @Allowed(Role.UNIT_CLERK)
    String confirm(Actor actor, Instant arrived, RedirectAttributes flash) {
        requesting.confirm(actor, arrived);
        flash.addFlashAttribute("flash", "已记录：本年度单位信息核对无误。");
        return "redirect:/units/changes";
    }

    @GetMapping("/units/changes/new")
    ModelAndView blank(@RequestParam(defaultValue = "") String unit, Actor actor, Instant arrived) {
        var entry = requesting.entry(unit, actor);
        var cycle = cycles.find(entry.unit().agencyCode(), arrived);
        UnitChangeMoves.check(null, ChangeAct.REQUEST, UnitChangeMoves.By.REQUESTER, cycle, arrived);
        var form = ChangeForm.of(UnitAct.AMEND.name(), "", entry.version(), UnitForm.of(entry.unit()));
        return Pages.page("organisation/changeForm", form(form, entry, actor, arrived, List.of()));
    }

    @PostMapping("/units/changes")
    ModelAndView request(
            UnitForm typed,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String letter,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var entry = requesting.entry(typed.code(), actor);
        var form = ChangeForm.of(act, letter, version, typed);
        var faults = new ArrayList<Fault>();
        try {
            form = form.withLetter(receive(form.letter(), file, actor, arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            faults.add(new Fault("file", refused.sentence()));
        }
        // A letter that was refused is as good as none: what else is wrong is told at the same time.
        boolean refusedLetter = !faults.isEmpty();
        var sent = refusedLetter ? null : letter(form);
        try {
            var number = requesting.request(form, sent, actor, arrived);
            flash.addFlashAttribute("flash", "变更申请已提交，编号 " + number + "，等工考管理机构审核。");
            return new ModelAndView("redirect:/units/changes/" + number);
        } catch (InvalidInput | Refusal refused) {
            Refused.note(refused);
            UnitController.faults(refused).stream()
                    .filter(fault -> !refusedLetter || !fault.field().equals("file"))
                    .forEach(faults::add);
        }
        return Pages.refused("organisation/changeForm", form(form, entry, actor, arrived, faults));
    }

    /** A letter that came with an earlier try of the same form stays, unless another was chosen. */
    private String receive(String earlier, @Nullable MultipartFile file, Actor actor, Instant arrived) {
        if (file == null || !Upload.isChosen(file)) {
            return earlier;
        }
        return String.valueOf(files.receive(Upload.of(file, FileRule.DOCUMENT), actor, arrived)
                .value());
    }

    private static @Nullable FileId letter(ChangeForm form) {
        return form.letter().matches("\\d{1,18}") ? new FileId(Long.parseLong(form.letter())) : null;
    }

    private UnitChangePage.Form form(
            ChangeForm form, Units.Entry entry, Actor actor, Instant arrived, List<Fault> faults) {
        var agency = entry.unit().agencyCode();
        return new UnitChangePage.Form(
                entry.unit().name(),
                UnitBrief.forUnit(cycles.find(agency, arrived), true, arrived),
                form,
                List.of(
                        new Option(UnitAct.AMEND.name(), "变更信息", "更改名称、类别、主管部门或所在地"),
                        new Option(UnitAct.DISSOLVE.name(), "撤销单位", "单位撤并，不再使用；同意后本单位经办人的账号停用")),
                UnitPage.kinds(),
                UnitPage.departments(organisation.departments(agency)),
                UnitPage.regions(organisation.regionsOf(agency)),
                FileRule.DOCUMENT.words(),
                FileRule.DOCUMENT.accept(),
                actor.is(Role.UNIT_CLERK)
                        ? "/units/changes"
                        : UnitFilter.BASE + "/" + entry.unit().code(),
                faults);
    }
}
