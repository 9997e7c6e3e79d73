package org.gongkao.application.deferral;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.deferral.DeferralPage.Row;
import org.gongkao.file.FileRefusal;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 容缺后补。One page for the worker who hands in, the unit that looks on and the agency that judges. */
@Controller
@RequestMapping("/deferrals/{number}")
@Allowed({Role.WORKER, Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class DeferralController {

    private final Applications applications;
    private final Deferrals deferrals;
    private final Redeeming redeeming;
    private final Files files;

    DeferralController(Applications applications, Deferrals deferrals, Redeeming redeeming, Files files) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.redeeming = redeeming;
        this.files = files;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("application/deferral/deferral", page(number, List.of(), actor, arrived));
    }

    @Allowed(Role.WORKER)
    @PostMapping("/{id}/material")
    ModelAndView handIn(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile material,
            Actor worker,
            Instant arrived) {
        return act(number, "material", worker, arrived, () -> {
            applications.get(number, worker);
            if (material == null || !Upload.isChosen(material)) {
                throw new Refusal(FileRefusal.NO_FILE);
            }
            var file = files.receive(Upload.of(material, FileRule.DOCUMENT), worker, arrived);
            redeeming.handIn(number, id, file, worker, arrived);
        });
    }

    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    @PostMapping("/{id}/judgement")
    ModelAndView judge(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reason,
            Actor officer,
            Instant arrived) {
        return act(number, "reason", officer, arrived, () -> {
            if (act.equals("accept")) {
                redeeming.accept(number, id, officer, arrived);
            } else {
                redeeming.refuse(number, id, reason, officer, arrived);
            }
        });
    }

    private ModelAndView act(String number, String field, Actor actor, Instant arrived, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.reason().status() == 404) {
                throw refusal;
            }
            var fault = new Fault(field, refusal.sentence());
            return Pages.page(
                    "application/deferral/deferral",
                    page(number, List.of(fault), actor, arrived),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
        return new ModelAndView("redirect:/deferrals/" + number);
    }

    private DeferralPage page(String number, List<Fault> faults, Actor actor, Instant now) {
        var application = applications.get(number, actor);
        return new DeferralPage(
                number,
                deferrals.of(application).stream()
                        .map(one -> row(application, one, actor, now))
                        .toList(),
                faults);
    }

    private static Row row(Application application, Deferral promise, Actor actor, Instant now) {
        boolean approved =
                application.state() == ApplicationState.PAYMENT_DUE || application.state() == ApplicationState.PAID;
        var filing = application.filing();
        var material = promise.materialId();
        var guarantor = promise.guarantor();
        return new Row(
                promise.id(),
                promise.label(),
                promise.state().label(),
                Shanghai.deadline(promise.dueAt()),
                promise.liability(),
                guarantor == null ? "尚未承诺" : guarantor,
                promise.remark(),
                material == null ? null : "/applications/" + application.number() + "/materials/" + material,
                actor.is(Role.WORKER)
                        && approved
                        && promise.state() == DeferralState.OPEN
                        && now.isBefore(promise.dueAt()),
                promise.state() == DeferralState.HANDED_IN
                        && filing != null
                        && filing.route().getLast().toString().equals(actor.officeText()));
    }
}
