package org.gongkao.worker;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.job.SheetReader;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 人员表页面。The unit's records out to a spreadsheet; records, appraisals and certificates in from one. */
@Controller
class RecordSheetController {

    private static final String FORM = "worker/sheetForm";
    private static final String IMPORTS = "/record-imports/{kind}";
    private static final int CHUNK = 2000;

    private final List<PersonSheet> sheets;
    private final ImportingPersons importing;
    private final RecordedWorkers workers;
    private final RecordVersions versions;
    private final Files files;
    private final Audit audit;

    RecordSheetController(
            List<PersonSheet> sheets,
            ImportingPersons importing,
            RecordedWorkers workers,
            RecordVersions versions,
            Files files,
            Audit audit) {
        this.sheets = sheets;
        this.importing = importing;
        this.workers = workers;
        this.versions = versions;
        this.files = files;
        this.audit = audit;
    }

    @GetMapping(RecordFilter.BASE + ".xlsx")
    @Allowed(Role.UNIT_CLERK)
    void export(RecordFilter filter, Actor clerk, HttpServletResponse answer) throws IOException {
        audit.seen(
                clerk,
                "导出职工档案",
                clerk.office().toString(),
                filter.state().map(RecordState::label).orElse("全部"));
        RecordBook.write(
                after -> workers.list(filter, Optional.empty(), after, CHUNK, clerk)
                        .rows(),
                person -> versions.newest(person).map(ServiceRecord::facts).orElse(ServiceFacts.NONE),
                Download.sheet("职工档案.xlsx").to(answer));
    }

    @GetMapping(IMPORTS)
    @Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView form(@PathVariable String kind, Actor actor, Instant arrived) {
        return Pages.page(FORM, page(sheet(kind, actor), null, List.of(), arrived));
    }

    @GetMapping(IMPORTS + "/template.xlsx")
    @Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    void template(@PathVariable String kind, Actor actor, Instant arrived, HttpServletResponse answer)
            throws IOException {
        var sheet = sheet(kind, actor);
        RecordBook.template(sheet.columns(arrived), Download.sheet("导入样表.xlsx").to(answer));
    }

    /** Both buttons read the same file in the same way; only one of them begins. */
    @PostMapping(IMPORTS)
    @Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView read(
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "check") String act,
            Actor actor,
            Instant arrived) {
        var sheet = sheet(kind, actor);
        try {
            var received = files.receive(Upload.of(file, FileRule.SPREADSHEET), actor, arrived);
            if (act.equals("start")) {
                return new ModelAndView("redirect:/jobs/" + importing.start(received, sheet, actor, arrived));
            }
            var checked = SheetCheck.of(importing.check(received, sheet, actor, arrived));
            return Pages.page(FORM, page(sheet, checked, List.of(), arrived));
        } catch (Refusal refused) {
            Refused.note(refused);
            return Pages.refused(FORM, page(sheet, null, List.of(new Fault("file", refused.sentence())), arrived));
        }
    }

    private PersonSheet sheet(String kind, Actor actor) {
        return sheets.stream()
                .filter(one -> one.kind().equals(kind) && one.isOfUnit() == actor.is(Role.UNIT_CLERK))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static SheetFormPage page(
            PersonSheet sheet, @Nullable SheetCheck checked, List<Fault> faults, Instant arrived) {
        return new SheetFormPage(
                sheet.kind(),
                sheet.title(),
                sheet.isOfUnit() ? RecordFilter.BASE : "/certificates",
                sheet.columns(arrived),
                FileRule.SPREADSHEET.words(),
                FileRule.SPREADSHEET.accept(),
                SheetReader.MOST_ROWS,
                checked,
                faults);
    }
}
