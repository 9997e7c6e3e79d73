package org.gongkao.application.deferral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applications;
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
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 容缺后补。One page for the worker who hands in, the offices that look on and the agency that judges. */
@Controller
@RequestMapping("/deferrals/{number}")
@Allowed({
    Role.WORKER,
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER
})
class DeferralController {

    private static final String PAGE = "application/deferral/deferral";

    private final Applications applications;
    private final Deferrals deferrals;
    private final Redeeming redeeming;
    private final Judging judging;
    private final Files files;

    DeferralController(
            Applications applications, Deferrals deferrals, Redeeming redeeming, Judging judging, Files files) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.redeeming = redeeming;
        this.judging = judging;
        this.files = files;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page(PAGE, page(number, Map.of(), List.of(), actor, arrived));
    }

    /** What is received and then refused belongs to nobody, and the sweep of unclaimed files takes it away. */
    @Allowed(Role.WORKER)
    @PostMapping("/{id}/material")
    ModelAndView handIn(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam Map<String, MultipartFile> parts,
            Actor worker,
            Instant arrived,
            RedirectAttributes flash) {
        var field = "material-" + id;
        applications.get(number, worker);
        try {
            var part = parts.get(field);
            if (part == null || !Upload.isChosen(part)) {
                throw new Refusal(FileRefusal.NO_FILE);
            }
            var file = files.receive(Upload.of(part, FileRule.DOCUMENT), worker, arrived);
            redeeming.handIn(number, id, file, worker, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, field, Map.of(), refusal, worker, arrived);
        }
        flash.addFlashAttribute("flash", "已补交，等待审核，结果会通知您。");
        return new ModelAndView("redirect:/deferrals/" + number);
    }

    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    @PostMapping("/{id}/judgement")
    ModelAndView judge(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam String act,
            @RequestParam Map<String, String> sent,
            Actor officer,
            Instant arrived,
            RedirectAttributes flash) {
        var field = "reason-" + id;
        boolean accepted = act.equals("accept");
        try {
            if (accepted) {
                judging.accept(number, id, officer, arrived);
            } else {
                judging.refuse(number, id, sent.getOrDefault(field, ""), officer, arrived);
            }
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, field, sent, refusal, officer, arrived);
        }
        flash.addFlashAttribute("flash", accepted ? "已审核通过，承诺已兑现。" : "已退回重交，理由和截止时间已告知申报人。");
        return new ModelAndView("redirect:/deferrals/" + number);
    }

    private ModelAndView again(
            String number, String field, Map<String, String> sent, Refusal refusal, Actor actor, Instant arrived) {
        var status = HttpStatus.valueOf(refusal.reason().status());
        if (status == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        // What somebody was quicker with has taken the field away.
        var fault = new Fault(status == HttpStatus.UNPROCESSABLE_CONTENT ? field : "", refusal.sentence());
        return Pages.page(PAGE, page(number, sent, List.of(fault), actor, arrived), status);
    }

    private DeferralPage page(String number, Map<String, String> sent, List<Fault> faults, Actor actor, Instant now) {
        var application = applications.get(number, actor);
        return new DeferralPage(
                number,
                actor.is(Role.WORKER),
                deferrals.of(application).stream()
                        .map(one -> Row.of(application, one, sent.getOrDefault("reason-" + one.id(), ""), actor, now))
                        .toList(),
                faults);
    }
}
