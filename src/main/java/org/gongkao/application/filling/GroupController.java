package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkao.application.Application;
import org.gongkao.application.Filled;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 填报栏目。Fills in one group at a time; the page saves itself while typing, and by a button. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
@RequestMapping({"/application/sections/{group}", AssistanceController.ONE + "/sections/{group}"})
class GroupController {

    private static final String VERSION = "version";

    private final CurrentFile current;
    private final Drafting drafting;
    private final Records records;
    private final GroupPages pages;
    private final FormSheets sheets;

    GroupController(CurrentFile current, Drafting drafting, Records records, GroupPages pages, FormSheets sheets) {
        this.current = current;
        this.drafting = drafting;
        this.records = records;
        this.pages = pages;
        this.sheets = sheets;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String group, @RequestParam(required = false) boolean check, Filler filler, Instant arrived) {
        var application = current.get(filler, arrived);
        var sheet = sheet(group, application, arrived);
        var filled = records.of(application).getOrDefault(sheet.group(), Filled.EMPTY);
        var faults = check ? Completeness.missing(sheet, filled, application, arrived) : List.<Fault>of();
        return Pages.page("application/filling/group", pages.of(application, sheet, filled, faults, filler, arrived));
    }

    @PostMapping(headers = "!X-Autosave")
    ModelAndView save(
            @PathVariable String group,
            @RequestParam Map<String, String> typed,
            Filler filler,
            Instant arrived,
            RedirectAttributes flash) {
        var application = current.get(filler, arrived);
        var sheet = sheet(group, application, arrived);
        var filled = Filled.read(sheet, typed);
        try {
            drafting.fill(application.number(), sheet, typed.getOrDefault(VERSION, ""), filled, filler, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(
                    "application/filling/group", pages.of(application, sheet, filled, wrong.faults(), filler, arrived));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return notTaken(refusal, application, sheet, filled, filler, arrived);
        }
        var wrong = FieldChecks.wrong(sheet, filled, Shanghai.day(arrived)).list();
        if (!wrong.isEmpty()) {
            return Pages.refused(
                    "application/filling/group", pages.of(application, sheet, filled, wrong, filler, arrived));
        }
        flash.addFlashAttribute("flash", saved(arrived));
        var where = typed.getOrDefault("then", "").equals("next")
                ? GroupPages.next(sheet.group(), filler.at())
                : filler.at().group(sheet.group());
        return new ModelAndView("redirect:" + where);
    }

    /** The draft saves itself: the answer's text is shown beside the form. */
    @PostMapping(headers = "X-Autosave")
    ResponseEntity<String> autosave(
            @PathVariable String group, @RequestParam Map<String, String> typed, Filler filler, Instant arrived) {
        var answer = ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8));
        try {
            var application = current.get(filler, arrived);
            var sheet = sheet(group, application, arrived);
            var version = drafting.fill(
                    application.number(),
                    sheet,
                    typed.getOrDefault(VERSION, ""),
                    Filled.read(sheet, typed),
                    filler,
                    arrived);
            return answer.header("X-Version", version).body(saved(arrived));
        } catch (InvalidInput wrong) {
            return sentence(422, wrong.faults().getFirst().sentence());
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return sentence(
                    refusal.reason().status(),
                    refusal.reason() == CommonRefusal.CHANGED_MEANWHILE
                            ? "还没有保存：这一栏刚在另一个窗口改过，请点“保存”查看差别"
                            : filler.assists() ? refusal.sentence() : "没有保存：" + refusal.sentence());
        }
    }

    private static ResponseEntity<String> sentence(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(text);
    }

    /** Nothing typed is lost: the page comes back with it, and with what the other window has saved. */
    private ModelAndView notTaken(
            Refusal refusal, Application application, Sheet sheet, Filled typed, Filler filler, Instant arrived) {
        var now = current.get(filler, arrived);
        var stored = records.of(now).getOrDefault(sheet.group(), Filled.EMPTY);
        boolean twoWindows = refusal.reason() == CommonRefusal.CHANGED_MEANWHILE && now.state() == application.state();
        var notice = twoWindows
                ? "这一栏刚在另一个窗口保存过。下面仍是您这次填的；核对差别后再点保存，就以您这次填的为准。"
                : refusal.sentence() + "您这次填的内容没有保存，仍显示在下面，可以先抄下来。";
        return Pages.page(
                "application/filling/group",
                pages.notTaken(now, sheet, typed, notice, GroupPage.differences(sheet, typed, stored), filler, arrived),
                HttpStatus.CONFLICT);
    }

    private static String saved(Instant at) {
        var words = Shanghai.second(at);
        return "已保存 " + words.substring(words.indexOf(' ') + 1);
    }

    private Sheet sheet(String group, Application application, Instant now) {
        return Sheets.groups().stream()
                .filter(one -> one.key().equals(group.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(one -> sheets.of(application, now).sheet(one))
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }
}
