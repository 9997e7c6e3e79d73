package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Download;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 提交申报。The last look, the pledge, the receipt and the printed form. */
@Controller
@Allowed(Role.WORKER)
class HandInController {

    private static final String RECEIPT = "redirect:/application/receipt";

    private final CurrentFile current;
    private final Submitting submitting;
    private final Editing editing;
    private final SubmissionPages pages;
    private final Receipts receipts;
    private final PrintedForm form;

    private static final String CHANGED = "填报内容在这个页面打开以后改过。请核对最新的内容，再重新打勾提交。";

    HandInController(
            CurrentFile current,
            Submitting submitting,
            Editing editing,
            SubmissionPages pages,
            Receipts receipts,
            PrintedForm form) {
        this.current = current;
        this.submitting = submitting;
        this.editing = editing;
        this.pages = pages;
        this.receipts = receipts;
        this.form = form;
    }

    @GetMapping("/application/submission")
    ModelAndView look(@RequestParam(required = false) @Nullable String confirm, Actor worker, Instant arrived) {
        var application = current.get(worker, arrived);
        if (!editing.isOpen(application, arrived)) {
            return new ModelAndView("redirect:/application");
        }
        return Pages.page("application/filling/submission", pages.of(application, Map.of(), List.of(), arrived))
                .addObject("confirm", confirm != null);
    }

    @PostMapping("/application/submission")
    ModelAndView handIn(
            @RequestParam int version, @RequestParam Map<String, String> typed, Actor worker, Instant arrived) {
        var application = current.get(worker, arrived);
        var ticked = ticked(typed);
        try {
            submitting.submit(application, version, ticked, worker, arrived);
            return new ModelAndView(RECEIPT);
        } catch (InvalidInput missing) {
            // No slip of the pen: the act was asked for, and the rules say that the file is not ready for it.
            Refused.note(ApplicationRefusal.INCOMPLETE, "提交申报", "application:" + application.number());
            return Pages.refused(
                            "application/filling/submission", pages.of(application, ticked, missing.faults(), arrived))
                    .addObject("confirm", true);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return notTaken(refusal, version, worker, arrived);
        }
    }

    /**
     * The second of two clicks, or the back button: the file has been handed in, and the receipt says so. What was written in another
     * window meanwhile is shown, to be confirmed as it is now.
     */
    private ModelAndView notTaken(Refusal refusal, int version, Actor worker, Instant arrived) {
        boolean overtaken = refusal.reason() == CommonRefusal.CHANGED_MEANWHILE
                || refusal.reason() == ApplicationRefusal.NOT_ALLOWED_NOW;
        var now = current.get(worker, arrived);
        if (overtaken && now.state() == ApplicationState.IN_REVIEW && now.version() > version) {
            return new ModelAndView(RECEIPT);
        }
        if (refusal.reason() == CommonRefusal.CHANGED_MEANWHILE && editing.isOpen(now, arrived)) {
            var fault = new Fault(ToConfirm.field(ConfirmationKind.PLEDGE.name()), CHANGED);
            return Pages.page(
                            "application/filling/submission",
                            pages.of(now, Map.of(), List.of(fault), arrived),
                            HttpStatus.CONFLICT)
                    .addObject("confirm", true);
        }
        throw refusal;
    }

    /** By kind the digest of the text that was ticked; what the file does not ask for is passed over later. */
    private static Map<String, String> ticked(Map<String, String> typed) {
        var before = ToConfirm.field("");
        return typed.entrySet().stream()
                .filter(box -> box.getKey().startsWith(before))
                .collect(Collectors.toUnmodifiableMap(
                        box -> box.getKey().substring(before.length()), Map.Entry::getValue));
    }

    @GetMapping("/application/receipt")
    ModelAndView receipt(Actor worker, Instant arrived) {
        return Pages.page("application/filling/receipt", receipts.page(current.get(worker, arrived), arrived));
    }

    /** 申报表, as it was last handed in. */
    @GetMapping("/application/form")
    ResponseEntity<byte[]> form(Actor worker, Instant arrived) {
        var application = current.get(worker, arrived);
        var name = "申报表-" + application.number() + ".pdf";
        return Download.of(MediaType.APPLICATION_PDF, name).body(form.pdf(application, worker, arrived));
    }

    @GetMapping({"/application/record", AssistanceController.ONE + "/record"})
    @Allowed({Role.WORKER, Role.UNIT_CLERK})
    ModelAndView read(Filler filler, Instant arrived) {
        return Pages.page(
                "application/filling/record", receipts.reading(current.get(filler, arrived), filler, arrived));
    }
}
