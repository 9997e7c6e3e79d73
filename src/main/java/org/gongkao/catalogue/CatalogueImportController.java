package org.gongkao.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.ReplacingSections;
import org.gongkao.cycle.ReplacingSections.Standing;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.job.SheetReader;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Download;
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

/** 工种目录导入。A draft's catalogue out to a spreadsheet, and in from one. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class CatalogueImportController {

    private static final String TEMPLATE = "catalogue/importForm";

    private final ReplacingSections sections;
    private final ImportingCatalogue importing;
    private final Files files;

    CatalogueImportController(ReplacingSections sections, ImportingCatalogue importing, Files files) {
        this.sections = sections;
        this.importing = importing;
        this.files = files;
    }

    static String path(long draft) {
        return "/administration/cycles/" + draft + "/catalogue";
    }

    @GetMapping("/administration/cycles/{id:\\d+}/catalogue")
    ModelAndView form(@PathVariable long id, Actor actor) {
        var standing = standing(id, actor);
        var sample = standing.section().sample();
        return Pages.page(TEMPLATE, page(id, standing, sample, List.of(), List.of(), List.of()));
    }

    /** What the draft has now: to look at, and to fill in. */
    @GetMapping("/administration/cycles/{id:\\d+}/catalogue.xlsx")
    void sheet(@PathVariable long id, Actor actor, HttpServletResponse answer) throws IOException {
        var catalogue = standing(id, actor).section();
        CatalogueSheet.write(catalogue, Download.sheet("工种目录.xlsx").to(answer));
    }

    @PostMapping("/administration/cycles/{id:\\d+}/catalogue")
    ModelAndView load(
            @PathVariable long id,
            @RequestParam int seen,
            @RequestParam(defaultValue = "false") boolean sample,
            @RequestParam MultipartFile file,
            Actor actor,
            Instant arrived) {
        var standing = standing(id, actor);
        try {
            var received = files.receive(Upload.of(file, FileRule.SPREADSHEET), actor, arrived);
            var lines = new CatalogueLines(SheetReader.read(files.content(received), CatalogueSheet.HEADER)
                    .rows());
            if (!lines.wrong().isEmpty()) {
                var told = List.of(new Fault("file", "表格有 " + lines.wrong().size() + " 处问题，一行也没有导入，请按下表改正后重新上传。"));
                return Pages.refused(TEMPLATE, page(id, standing, sample, lines.wrong(), List.of(), told));
            }
            var results = importing.load(id, seen, lines, sample, received, actor, arrived);
            return Pages.page(TEMPLATE, page(id, standing(id, actor), sample, List.of(), results, List.of()));
        } catch (Refusal refused) {
            Refused.note(refused);
            if (refused.reason().status() != 422) {
                throw refused;
            }
            var told = List.of(new Fault("file", refused.sentence()));
            return Pages.refused(TEMPLATE, page(id, standing, sample, List.of(), List.of(), told));
        }
    }

    private Standing<OccupationCatalogue> standing(long id, Actor actor) {
        return sections.standing(id, OccupationCatalogue.class, actor);
    }

    private static CatalogueImportPage page(
            long id,
            Standing<OccupationCatalogue> standing,
            boolean sample,
            List<CatalogueLines.Wrong> wrong,
            List<ImportingCatalogue.Result> results,
            List<Fault> faults) {
        return new CatalogueImportPage(
                standing.title(),
                path(id),
                "/administration/cycles/" + id,
                standing.seen(),
                CatalogueSheet.HEADER,
                FileRule.SPREADSHEET.accept(),
                FileRule.SPREADSHEET.words(),
                sample,
                wrong,
                results,
                faults);
    }
}
