package org.gongkao.payment.receipt;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.FileType;
import org.gongkao.file.Files;
import org.gongkao.file.Upload;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.FiscalReceiptIssuer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 开具票据。The clock that owns the queue: asks the issuer for each receipt until it has answered, with growing pauses. No
 * transaction is open while the issuer thinks. Without an issuer all waits.
 */
@Component
class IssuingReceipts {

    private static final Logger log = LoggerFactory.getLogger(IssuingReceipts.class);
    private static final FileRule DOCUMENT = new FileRule(EnumSet.of(FileType.PDF), 5L * 1024 * 1024, 0);
    private static final int AT_ONCE = 50;

    private final Optional<FiscalReceiptIssuer> issuer;
    private final ReceiptRows rows;
    private final AskingIssuer asking;
    private final TakingAnswers taking;
    private final Files files;
    private final MachineClock machine;

    IssuingReceipts(
            ObjectProvider<FiscalReceiptIssuer> issuer,
            ReceiptRows rows,
            AskingIssuer asking,
            TakingAnswers taking,
            Files files,
            MachineClock machine) {
        this.issuer = Optional.ofNullable(issuer.getIfAvailable());
        this.rows = rows;
        this.asking = asking;
        this.taking = taking;
        this.files = files;
        this.machine = machine;
    }

    boolean isConnected() {
        return issuer.isPresent();
    }

    /** Asks for all whose turn it is, one by one, and says how many those were. */
    int issueDue(Instant now) {
        int asked = 0;
        while (issuer.isPresent() && asked < AT_ONCE) {
            var due = rows.takeDue(machine.instant());
            if (due.isEmpty()) {
                break;
            }
            asking.begin(due.get()).ifPresent(one -> ask(issuer.get(), one, now));
            asked++;
        }
        return asked;
    }

    private void ask(FiscalReceiptIssuer connected, AskingIssuer.Asked asked, Instant now) {
        var answer = switch (asked) {
            case AskingIssuer.Asked.ToIssue one -> connected.issue(one.request());
            case AskingIssuer.Asked.ToRedMark one -> connected.redMark(one.request());
        };
        take(asked.number(), answer, now);
    }

    /** What became of a request that was refused: it may have been issued after all, and then it is taken. */
    FiscalAnswer query(String request, Instant now) {
        if (issuer.isEmpty()) {
            throw new Refusal(ReceiptRefusal.NO_ISSUER);
        }
        var answer = issuer.get().query(request);
        if (!(answer instanceof FiscalAnswer.Refused)) {
            take(request, answer, now);
        }
        return answer;
    }

    void take(String request, FiscalAnswer answer, Instant now) {
        switch (answer) {
            case FiscalAnswer.Issued issued -> takeDocument(request, issued, now);
            case FiscalAnswer.RedMarked marked -> taking.redMarked(request, marked, now);
            case FiscalAnswer.Refused refused -> taking.refused(request, refused, now);
            case FiscalAnswer.Working working -> {}
            case FiscalAnswer.NoAnswer none ->
                log.warn("No answer from the issuer to request {} ({}); it is asked again.", request, none.why());
        }
    }

    /** A receipt whose document cannot be opened is not there yet: it is asked for again. */
    private void takeDocument(String request, FiscalAnswer.Issued issued, Instant now) {
        FileId pdf;
        try {
            pdf = files.receive(
                    Upload.of("电子票据" + issued.number() + ".pdf", issued.pdf(), DOCUMENT), Actor.SYSTEM, now);
        } catch (Refusal unreadable) {
            log.warn(
                    "The document of request {} is not kept ({}); it is asked for again.",
                    request,
                    unreadable.reason().name());
            return;
        }
        taking.issued(request, issued, pdf, now);
    }
}
