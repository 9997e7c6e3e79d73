package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.file.FileRefusal;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
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

/** 上传材料。The page of materials, the worker's or a clerk's for the worker: one form for each kind. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
class MaterialController {

    private final CurrentFile current;
    private final Attaching attaching;
    private final Files files;
    private final MaterialsPages pages;
    private final NeededMaterials needed;
    private final Promising promising;

    MaterialController(
            CurrentFile current,
            Attaching attaching,
            Files files,
            MaterialsPages pages,
            NeededMaterials needed,
            Promising promising) {
        this.current = current;
        this.attaching = attaching;
        this.files = files;
        this.pages = pages;
        this.needed = needed;
        this.promising = promising;
    }

    @GetMapping({"/application/materials", AssistanceController.ONE + "/materials"})
    ModelAndView show(@RequestParam(defaultValue = "") String kind, Filler filler, Instant arrived) {
        return Pages.page(
                "application/filling/materials",
                pages.of(current.get(filler, arrived), kind, List.of(), filler, arrived));
    }

    @PostMapping({"/application/materials/{code}", AssistanceController.ONE + "/materials/{code}"})
    ModelAndView add(
            @PathVariable String code,
            @RequestParam Map<String, MultipartFile> parts,
            Filler filler,
            Instant arrived,
            RedirectAttributes flash) {
        var application = current.get(filler, arrived);
        var kind = needed.find(code, application, arrived).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        try {
            var part = parts.get(kind.field());
            if (part == null || !Upload.isChosen(part)) {
                throw new Refusal(FileRefusal.NO_FILE);
            }
            var file = files.receive(Upload.of(part, kind.rule()), filler.actor(), arrived);
            boolean added = attaching.add(application.number(), kind, file, filler, arrived);
            flash.addFlashAttribute("flash", (added ? "已上传：" : "与已上传的相同，没有重复保存：") + kind.name());
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var fault = new Fault(kind.field(), refusal.sentence());
            return Pages.page(
                    "application/filling/materials",
                    pages.of(current.get(filler, arrived), code, List.of(fault), filler, arrived),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
        return new ModelAndView("redirect:" + filler.at().materials(kind.code()) + "#m-" + kind.code());
    }

    @PostMapping({"/application/materials/{code}/promise", AssistanceController.ONE + "/materials/{code}/promise"})
    ModelAndView promise(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam Map<String, String> sent,
            Filler filler,
            Instant arrived,
            RedirectAttributes flash) {
        var application = current.get(filler, arrived);
        var kind = needed.find(code, application, arrived).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        try {
            boolean confirmed = sent.containsKey(MaterialsPage.Kind.liability(code));
            promising.promise(application.number(), kind, shown, confirmed, filler, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            boolean unread = refusal.reason() == ApplicationRefusal.LIABILITY_UNCONFIRMED;
            var fault = new Fault(unread ? MaterialsPage.Kind.liability(code) : kind.field(), refusal.sentence());
            return Pages.page(
                    "application/filling/materials",
                    pages.of(current.get(filler, arrived), code, List.of(fault), filler, arrived),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
        flash.addFlashAttribute("flash", "已承诺后补：" + kind.name());
        return new ModelAndView("redirect:" + filler.at().materials(kind.code()) + "#m-" + kind.code());
    }

    @PostMapping({
        "/application/materials/{code}/promise-removal",
        AssistanceController.ONE + "/materials/{code}/promise-removal"
    })
    String takeBack(@PathVariable String code, Filler filler, Instant arrived, RedirectAttributes flash) {
        promising.takeBack(current.get(filler, arrived).number(), code, filler, arrived);
        flash.addFlashAttribute("flash", "已收回承诺，请上传这份材料。");
        return "redirect:" + filler.at().materials(code) + "#m-" + code;
    }

    @PostMapping({"/application/materials/{id}/removal", AssistanceController.ONE + "/materials/{id}/removal"})
    String remove(@PathVariable long id, Filler filler, Instant arrived, RedirectAttributes flash) {
        attaching.remove(current.get(filler, arrived).number(), id, filler, arrived);
        flash.addFlashAttribute("flash", "已删除一份材料。");
        return "redirect:" + filler.at().materials();
    }
}
