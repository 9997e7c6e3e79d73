package org.gongkao.payment.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.FeePart;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 电子票据办理页。One receipt before finance: what stands on it, what is the matter with it, and what can be done. */
record ReceiptPage(
        String number,
        int version,
        String title,
        Sign sign,
        String state,
        String problem,
        List<Line> facts,
        List<FeePart> parts,
        String total,
        List<Line> about,
        String download,
        @Nullable Waiting waiting,
        boolean mayPropose,
        boolean mayRetry,
        boolean mayClear,
        String doubt,
        String typed,
        List<Line> history,
        List<Related> related,
        List<Fault> faults) {

    /** 待复核更正。What was asked for by one, and whether the reader may decide on it. */
    record Waiting(String sentence, boolean mayConfirm, boolean mayDecline) {}

    /** 相关票据。The one before or after it. */
    record Related(String label, String path) {}

    /** 票据周边。What stands beside the receipt in other rows. */
    record Around(
            String charge,
            List<FeePart> parts,
            List<ReceiptRows.Event> events,
            Optional<String> before,
            Optional<String> after) {}

    static ReceiptPage of(FiscalReceipt receipt, Around around, Actor reader, String typed, List<Fault> faults) {
        boolean finance = reader.is(Role.FINANCE);
        var document = receipt.document();
        var doubt = receipt.doubt() == null ? "" : receipt.doubt();
        return new ReceiptPage(
                receipt.number(),
                receipt.version(),
                receipt.title() + " " + receipt.amount(),
                receipt.state().sign(),
                receipt.state().label(),
                receipt.refused() == null ? "" : receipt.refused(),
                ReceiptWords.facts(receipt),
                around.parts(),
                receipt.amount().toString(),
                about(receipt, around),
                document == null ? "" : ReceiptWords.download(receipt),
                waiting(receipt, reader, finance),
                finance && receipt.state() == ReceiptState.ISSUED && receipt.proposal() == null,
                finance
                        && (ReceiptMoves.allows(receipt.state(), ReceiptAct.RETRY)
                                || ReceiptMoves.allows(receipt.state(), ReceiptAct.RETRY_RED)),
                finance && receipt.doubt() != null,
                doubt,
                typed,
                around.events().stream()
                        .map(event -> new Line(
                                Shanghai.minute(event.at()),
                                event.act().label() + "，" + event.by()
                                        + (event.detail().isEmpty() ? "" : "：" + event.detail())))
                        .toList(),
                related(around),
                faults);
    }

    private static List<Line> about(FiscalReceipt receipt, Around around) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("开票申请号", receipt.number()));
        lines.add(new Line("缴费单号", around.charge()));
        lines.add(new Line("排队时间", Shanghai.minute(receipt.queuedAt())));
        var remaining = receipt.remaining();
        if (remaining != null) {
            lines.add(new Line("退费后余额", remaining.toString()));
        }
        var document = receipt.document();
        if (document != null) {
            lines.add(new Line("PDF 校验值", document.hash().substring(0, 16)));
        }
        return List.copyOf(lines);
    }

    private static @Nullable Waiting waiting(FiscalReceipt receipt, Actor reader, boolean finance) {
        var proposal = receipt.proposal();
        return proposal == null
                ? null
                : new Waiting(
                        proposal.name() + " 于 " + Shanghai.minute(proposal.at()) + " 提出冲红重开：" + proposal.reason(),
                        finance && proposal.by() != reader.account(),
                        finance);
    }

    private static List<Related> related(Around around) {
        var related = new ArrayList<Related>();
        around.before().ifPresent(number -> related.add(new Related("被重开的原票据 " + number, path(number))));
        around.after().ifPresent(number -> related.add(new Related("重开的票据 " + number, path(number))));
        return List.copyOf(related);
    }

    private static String path(String number) {
        return ReceiptQueuePage.HERE + "/" + number;
    }
}
