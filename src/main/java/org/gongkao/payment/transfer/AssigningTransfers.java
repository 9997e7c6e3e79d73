package org.gongkao.payment.transfer;

import java.text.Normalizer;
import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 认领流水。One officer says whose money a line is, another confirms; only then is it settled, or doubted, as any other money. */
@Component
class AssigningTransfers {

    private static final int LONGEST = 500;

    private final TransferLines lines;
    private final TransferCodes codes;
    private final SettlingTransfers settling;
    private final Bookkeeping ledger;
    private final Humans humans;
    private final Audit audit;

    AssigningTransfers(
            TransferLines lines,
            TransferCodes codes,
            SettlingTransfers settling,
            Bookkeeping ledger,
            Humans humans,
            Audit audit) {
        this.lines = lines;
        this.codes = codes;
        this.settling = settling;
        this.ledger = ledger;
        this.humans = humans;
        this.audit = audit;
    }

    /** {@code whose} is a code or the number of a charge, as the officer typed it. */
    @Transactional
    public void propose(long id, int seen, String whose, String reason, Actor officer, Instant arrived) {
        var line = line(id, seen, LineAct.PROPOSE, officer);
        var digits = Normalizer.normalize(whose, Normalizer.Form.NFKC).replaceAll("[\\s\\-]", "");
        var order = PayCode.isSound(digits.matches("[0-9]{10}") ? digits : "")
                ? codes.byCode(digits)
                : codes.byCharge(digits);
        var said = reason.strip();
        new Faults()
                .addIf(order.isEmpty(), "whose", TransferRefusal.NO_SUCH_ORDER.sentence())
                .addIf(said.isEmpty() || said.length() > LONGEST, "reason", TransferRefusal.REASON_MISSING.sentence())
                .refuse();
        write(line, LineAct.PROPOSE, order.orElseThrow().order(), said, officer, arrived);
    }

    @Transactional
    public void confirm(long id, int seen, Actor officer, Instant arrived) {
        var line = line(id, seen, LineAct.CONFIRM, officer);
        var proposed = lines.history(line).getLast();
        if (humans.same(proposed.account(), officer)) {
            throw new Refusal(TransferRefusal.SAME_PERSON);
        }
        write(line, LineAct.CONFIRM, proposed.order(), "", officer, arrived);
        takeBack(line, officer, arrived);
        settling.settle(lines.get(id, officer), arrived);
    }

    @Transactional
    public void reject(long id, int seen, String reason, Actor officer, Instant arrived) {
        var line = line(id, seen, LineAct.REJECT, officer);
        var said = reason.strip();
        new Faults()
                .addIf(said.isEmpty() || said.length() > LONGEST, "why", TransferRefusal.REASON_MISSING.sentence())
                .refuse();
        write(line, LineAct.REJECT, lines.history(line).getLast().order(), said, officer, arrived);
    }

    /** Nobody's: it goes to the list of discrepancies, from where it is found out or paid back. */
    @Transactional
    public void setAside(long id, int seen, String reason, Actor officer, Instant arrived) {
        var line = line(id, seen, LineAct.SET_ASIDE, officer);
        var said = reason.strip();
        new Faults()
                .addIf(said.isEmpty() || said.length() > LONGEST, "aside", TransferRefusal.REASON_MISSING.sentence())
                .refuse();
        write(line, LineAct.SET_ASIDE, line.serial(), said, officer, arrived);
        takeBack(line, officer, arrived);
        settling.doubt(line, arrived);
    }

    /** What was booked as unclear on the first day; what comes of it now is booked by who settles or doubts it. */
    private void takeBack(TransferLines.Line line, Actor officer, Instant arrived) {
        ledger.post(
                Posting.of(
                        "transfer-assigned:" + line.id(),
                        EntryKind.CORRECTED,
                        LedgerAccount.CHANNEL,
                        LedgerAccount.UNCLEAR,
                        Money.ZERO.minus(line.amount()),
                        new Posting.About(ChannelCode.TRANSFER, null, null, line.serial(), null, null)),
                officer,
                arrived);
    }

    private TransferLines.Line line(long id, int seen, LineAct act, Actor officer) {
        var line = lines.lock(id, officer);
        if (line.version() != seen || LineMoves.find(line.state(), act).isEmpty()) {
            throw new Refusal(TransferRefusal.NOT_NOW);
        }
        return line;
    }

    private void write(
            TransferLines.Line line, LineAct act, String order, String reason, Actor officer, Instant arrived) {
        var to = LineMoves.find(line.state(), act).orElseThrow().to();
        boolean isSomebodys = to == LineState.PROPOSED || to == LineState.ASSIGNED;
        lines.move(line, to, isSomebodys ? order : null);
        lines.write(line, act, order, reason, officer, arrived);
        audit.record(officer, act.label() + "（银行流水）", "transfer:" + line.id(), "订单 " + order);
    }
}
