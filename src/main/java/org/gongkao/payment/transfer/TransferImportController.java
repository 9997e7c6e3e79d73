package org.gongkao.payment.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRefusal;
import org.gongkao.file.FileRule;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A bank statement handed in: looked through as a whole, shown, and only then taken. */
@Controller
@Allowed(Role.FINANCE)
class TransferImportController {

    private static final String FORM = "payment/transfer/import";
    private static final String REFUSED = "拒收银行流水";
    private static final String SUBJECT = "payment:transfers";

    private final TakingTransfers taking;
    private final Files files;

    TransferImportController(TakingTransfers taking, Files files) {
        this.taking = taking;
        this.files = files;
    }

    @GetMapping("/payment/transfers/import")
    ModelAndView form(Instant arrived) {
        var yesterday = Shanghai.day(arrived).minusDays(1).toString();
        return Pages.page(FORM, TransferImportPage.empty(yesterday, yesterday, List.of()));
    }

    @PostMapping("/payment/transfers/import")
    ModelAndView preview(
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam Optional<MultipartFile> file,
            Actor actor,
            Instant arrived) {
        try {
            var period = period(first, last, arrived);
            var sent = file.orElseThrow(() -> new Refusal(FileRefusal.NO_FILE));
            var received = files.receive(Upload.of(sent, FileRule.TABLE), actor, arrived);
            var reading = taking.read(received, period.first(), period.last(), arrived);
            if (!reading.problems().isEmpty()) {
                Refused.note(TransferRefusal.BROKEN_LINES, REFUSED, SUBJECT);
                return Pages.refused(FORM, TransferImportPage.broken(first, last, reading.problems()));
            }
            return Pages.page(
                    "payment/transfer/preview",
                    TransferPreviewPage.of(files.card(received), received.value(), reading));
        } catch (Refusal refused) {
            Refused.note(refused.reason(), REFUSED, SUBJECT);
            return again(first, last, refused);
        }
    }

    @PostMapping("/payment/transfers")
    Object take(
            @RequestParam(defaultValue = "0") long file,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            var period = period(first, last, arrived);
            var job = taking.take(new FileId(file), period.first(), period.last(), actor, arrived);
            redirect.addFlashAttribute("flash", "流水已登记。");
            return job.map(id -> "redirect:/jobs/" + id).orElse("redirect:/payment/transfers");
        } catch (Refusal refused) {
            Refused.note(refused.reason(), REFUSED, SUBJECT);
            if (refused.reason() == CommonRefusal.NOT_FOUND || refused.reason().status() == 404) {
                throw refused;
            }
            return again(first, last, refused);
        }
    }

    @PostMapping("/payment/transfers/empty")
    Object takeEmpty(
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            Actor actor,
            Instant arrived,
            RedirectAttributes redirect) {
        try {
            var period = period(first, last, arrived);
            taking.takeEmpty(period.first(), period.last(), actor, arrived);
        } catch (Refusal refused) {
            Refused.note(refused.reason(), REFUSED, SUBJECT);
            return again(first, last, refused);
        }
        redirect.addFlashAttribute("flash", "已登记这段时间银行没有收支。");
        return "redirect:/payment/transfers";
    }

    /** The same form with the reason beside its field; nothing was changed. */
    private ModelAndView again(String first, String last, Refusal refused) {
        var faults = List.of(new Fault(isOfThePeriod(refused.reason()) ? "first" : "file", refused.sentence()));
        return Pages.refused(FORM, TransferImportPage.empty(first, last, faults));
    }

    private static boolean isOfThePeriod(Reason reason) {
        return reason == TransferRefusal.PERIOD_WRONG || reason == TransferRefusal.PERIOD_LONG;
    }

    private record Period(LocalDate first, LocalDate last) {}

    private static Period period(String first, String last, Instant arrived) {
        try {
            var period = new Period(LocalDate.parse(first.strip()), LocalDate.parse(last.strip()));
            TakingTransfers.requirePeriod(period.first(), period.last(), arrived);
            return period;
        } catch (DateTimeException wrong) {
            throw new Refusal(TransferRefusal.PERIOD_WRONG);
        }
    }
}
