package org.gongkao.sanction;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileRefusal;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Serving;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evidence of a case: the agency adds it, the offices of the case and the person told of it read it. */
@Controller
@RequestMapping(SanctionController.LIST + "/{number}/evidence")
class EvidenceController {

    private final SanctionRows rows;
    private final EvidenceRows evidence;
    private final AddingEvidence adding;
    private final SanctionPages pages;
    private final Files files;
    private final Serving serving;
    private final Audit audit;

    EvidenceController(
            SanctionRows rows,
            EvidenceRows evidence,
            AddingEvidence adding,
            SanctionPages pages,
            Files files,
            Serving serving,
            Audit audit) {
        this.rows = rows;
        this.evidence = evidence;
        this.adding = adding;
        this.pages = pages;
        this.files = files;
        this.serving = serving;
        this.audit = audit;
    }

    @PostMapping
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
    ModelAndView add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var sanction = rows.get(number, actor);
        try {
            if (file == null || !Upload.isChosen(file)) {
                throw new Refusal(FileRefusal.NO_FILE);
            }
            var received = files.receive(Upload.of(file, FileRule.DOCUMENT), actor, arrived);
            boolean added = adding.add(number, received, actor, arrived);
            flash.addFlashAttribute("flash", added ? "已添加证据。" : "与已添加的相同，没有重复保存。");
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (!(refusal.reason() instanceof FileRefusal)) {
                throw refusal;
            }
            var fault = new Fault("file", refusal.sentence());
            return Pages.page(
                    "sanction/case",
                    pages.page(sanction, actor, arrived, Words.NONE, List.of(fault)),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
        return new ModelAndView("redirect:" + SanctionController.LIST + "/" + number);
    }

    @GetMapping("/{id}")
    @Allowed({Role.WORKER, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
    ResponseEntity<Resource> show(@PathVariable String number, @PathVariable long id, Actor actor) {
        var found = evidence.get(rows.get(number, actor), id);
        audit.seen(actor, "查看证据", "sanction:" + number, found.name());
        return serving.show(found.file());
    }
}
