package org.gongkao.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 单位表格页面。Units out to a spreadsheet, exactly those of the list, and in from one. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class UnitSheetController {

    private static final int CHUNK = 5000;

    private final Organisation organisation;
    private final RegisteredUnits registered;
    private final ImportingUnits importing;
    private final Cycles cycles;
    private final Files files;
    private final Audit audit;

    UnitSheetController(
            Organisation organisation,
            RegisteredUnits registered,
            ImportingUnits importing,
            Cycles cycles,
            Files files,
            Audit audit) {
        this.organisation = organisation;
        this.registered = registered;
        this.importing = importing;
        this.cycles = cycles;
        this.files = files;
        this.audit = audit;
    }

    @GetMapping("/administration/units.xlsx")
    void export(UnitFilter asked, Actor actor, Instant arrived, HttpServletResponse answer) throws IOException {
        var filter = asked.agency().isEmpty() ? asked.withAgency(actor.office().code()) : asked;
        int year = cycles.find(arrived).map(Cycle::year).orElse(0);
        audit.seen(actor, "导出单位名单", "agency:" + filter.agency(), filter.said());
        UnitSheet.write(
                after -> registered.list(filter, year, actor, after, CHUNK),
                Download.sheet("单位名单.xlsx").to(answer));
    }

    @GetMapping("/administration/units/import")
    ModelAndView form() {
        return Pages.page("organisation/importForm", page(List.of()));
    }

    @GetMapping("/administration/units/import/template.xlsx")
    void template(Actor actor, HttpServletResponse answer) throws IOException {
        var agency = organisation.agency(actor.office().code());
        UnitSheet.template(
                agency,
                organisation.departments(agency.code()),
                organisation.regionsOf(agency.code()),
                Download.sheet("单位导入样表.xlsx").to(answer));
    }

    @PostMapping("/administration/units/import")
    ModelAndView start(@RequestParam MultipartFile file, Actor actor, Instant arrived) {
        try {
            var received = files.receive(Upload.of(file, FileRule.SPREADSHEET), actor, arrived);
            return new ModelAndView("redirect:/jobs/" + importing.start(received, actor, arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            return Pages.refused("organisation/importForm", page(List.of(new Fault("file", refused.sentence()))));
        }
    }

    private static ImportPage page(List<Fault> faults) {
        return new ImportPage(
                UnitSheet.HEADER,
                FileRule.SPREADSHEET.words(),
                FileRule.SPREADSHEET.accept(),
                SheetReader.MOST_ROWS,
                faults);
    }
}
