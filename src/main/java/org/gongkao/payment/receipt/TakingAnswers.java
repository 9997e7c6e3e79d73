package org.gongkao.payment.receipt;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.payment.FiscalAnswer.Issued;
import org.gongkao.payment.FiscalAnswer.RedMarked;
import org.gongkao.payment.FiscalAnswer.Refused;
import org.gongkao.payment.receipt.AskingIssuer.Number;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登记开票结果。Takes what the issuer says of a request. The first receipt counts: another one under the same request is told to
 * finance, and so is one whose amount or payer is not what was asked for.
 */
@Component
class TakingAnswers {

    private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z]{1,40}");
    private static final int LONGEST_REASON = 200;

    private final ReceiptRows rows;
    private final AddingReceipts adding;
    private final Files files;
    private final Audit audit;
    private final MachineClock machine;

    TakingAnswers(ReceiptRows rows, AddingReceipts adding, Files files, Audit audit, MachineClock machine) {
        this.rows = rows;
        this.adding = adding;
        this.files = files;
        this.audit = audit;
        this.machine = machine;
    }

    /** {@code pdf} was received into the store of files before; unless it is claimed here it is swept away again. */
    @Transactional
    public void issued(String request, Issued answer, FileId pdf, Instant now) {
        var number = Number.parse(request);
        var receipt = rows.lock(number.receipt()).orElseThrow();
        var document = receipt.document();
        if (document != null) {
            if (!document.code().equals(answer.code()) || !document.number().equals(answer.number())) {
                doubt(
                        receipt,
                        "开票系统对同一申请又报告了另一张票据（代码 " + answer.code() + "，号码 " + answer.number() + "），已保留先收到的一张。",
                        now);
            }
            return;
        }
        boolean current = !number.red() && number.attempt() == receipt.attempt();
        if (!current || !ReceiptMoves.allows(receipt.state(), ReceiptAct.ISSUE)) {
            doubt(
                    receipt,
                    "已了结的申请 " + request + " 又报告开出票据（代码 " + answer.code() + "，号码 " + answer.number() + "），没有采用。",
                    now);
            return;
        }
        var wrong = misfit(receipt, answer);
        if (wrong.isPresent()) {
            receipt.move(ReceiptAct.DIFFER, wrong.get()).ifPresent(moved -> write(moved, null, now));
            return;
        }
        files.claim(pdf, "receipt:" + receipt.number(), Actor.SYSTEM);
        rows.keep(
                receipt,
                new FiscalReceipt.Document(
                        answer.code(),
                        answer.number(),
                        answer.checkCode(),
                        answer.issuedAt(),
                        pdf.value(),
                        files.card(pdf).sha256()));
        receipt.move(ReceiptAct.ISSUE, "代码 " + answer.code() + "，号码 " + answer.number())
                .ifPresent(moved -> write(moved, null, now));
        takeBackIfRefunded(receipt.number(), now);
    }

    /** Money went back while nobody knew whether there is a receipt: now there is one. */
    private void takeBackIfRefunded(String number, Instant now) {
        var issued = rows.find(number).orElseThrow();
        if (issued.remaining() != null) {
            issued.move(ReceiptAct.ASK_RED, "退费后余 " + issued.left())
                    .ifPresent(moved -> write(moved, machine.instant(), now));
        }
    }

    private Optional<String> misfit(FiscalReceipt receipt, Issued answer) {
        if (!answer.amount().equals(receipt.amount())) {
            return Optional.of("开票系统报告的金额 " + answer.amount() + " 与应开金额 " + receipt.amount() + " 不符，没有采用。");
        }
        if (!answer.payer().strip().equals(receipt.payer())) {
            return Optional.of("开票系统报告的付款人与应开的付款人不符，没有采用。");
        }
        if (!FIELD.matcher(answer.code()).matches()
                || !FIELD.matcher(answer.number()).matches()
                || !FIELD.matcher(answer.checkCode()).matches()) {
            return Optional.of("开票系统报告的票据代码、号码或校验码不完整，没有采用。");
        }
        return rows.isTaken(answer.code(), answer.number(), receipt)
                ? Optional.of("开票系统报告的票据号码已属于另一笔缴费，没有采用。")
                : Optional.empty();
    }

    @Transactional
    public void redMarked(String request, RedMarked answer, Instant now) {
        var number = Number.parse(request);
        var receipt = rows.lock(number.receipt()).orElseThrow();
        var red = receipt.red();
        if (red != null) {
            if (!red.code().equals(answer.code()) || !red.number().equals(answer.number())) {
                doubt(receipt, "开票系统对同一冲红申请又报告了另一张红字票据（号码 " + answer.number() + "），已保留先收到的一张。", now);
            }
            return;
        }
        var moved = receipt.move(ReceiptAct.RED, "红字票据代码 " + answer.code() + "，号码 " + answer.number());
        if (moved.isEmpty() || !number.red()) {
            doubt(receipt, "没有申请冲红，开票系统却报告已冲红（红字号码 " + answer.number() + "），没有采用。", now);
            return;
        }
        rows.keep(receipt, new FiscalReceipt.Red(answer.code(), answer.number(), answer.markedAt()));
        write(moved.get(), null, now);
        adding.anew(receipt, receipt.left());
    }

    @Transactional
    public void refused(String request, Refused answer, Instant now) {
        var number = Number.parse(request);
        var receipt = rows.lock(number.receipt()).orElseThrow();
        if (number.attempt() != receipt.attempt()) {
            return; // of a request that was left behind
        }
        var why =
                answer.why().isBlank() ? "开票系统没有说明原因。" : shortened(answer.why().strip());
        receipt.move(number.red() ? ReceiptAct.REFUSE_RED : ReceiptAct.REFUSE, why)
                .ifPresent(moved -> write(moved, null, now));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private void write(FiscalReceipt.Moved moved, @Nullable Instant askAt, Instant now) {
        rows.write(moved, askAt, Actor.SYSTEM, now);
        audit.record(
                Actor.SYSTEM, moved.act().label(), "receipt:" + moved.from().number(), "");
    }

    private void doubt(FiscalReceipt receipt, String sentence, Instant now) {
        if (!sentence.equals(receipt.doubt())) {
            rows.doubt(receipt, sentence, now);
            audit.record(Actor.SYSTEM, "票据存疑", "receipt:" + receipt.number(), "");
        }
    }
}
