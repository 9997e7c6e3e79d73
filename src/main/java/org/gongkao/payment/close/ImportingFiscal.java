package org.gongkao.payment.close;

import java.time.Instant;
import java.util.ArrayList;
import org.gongkao.audit.Audit;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 导入财政缴款数据。Takes the treasury's file of a day whole, or not at all, and books each line as remitted. What was taken wrongly is
 * reversed by a new entry, with a reason; nothing is changed or taken out.
 */
@Component
class ImportingFiscal {

    static final int LARGEST = 2 * 1024 * 1024;
    static final int LONGEST_REASON = 500;

    private static final int LONGEST_NAME = 100;

    private final FiscalRows rows;
    private final Bookkeeping ledger;
    private final Reconciling reconciling;
    private final Audit audit;

    ImportingFiscal(FiscalRows rows, Bookkeeping ledger, Reconciling reconciling, Audit audit) {
        this.rows = rows;
        this.ledger = ledger;
        this.reconciling = reconciling;
        this.audit = audit;
    }

    @Transactional
    public FiscalFile take(String name, byte[] content, Actor officer, Instant arrived) {
        if (content.length == 0) {
            throw new Refusal(CloseRefusal.FILE_MISSING);
        }
        if (content.length > LARGEST) {
            throw new Refusal(CloseRefusal.FILE_TOO_LARGE);
        }
        var file = FiscalFile.read(content, Shanghai.day(arrived));
        rows.lock();
        var hash = Sha256.of(content);
        if (rows.isKnown(hash)) {
            throw new Refusal(CloseRefusal.FILE_KNOWN);
        }
        refuseDuplicates(file);
        var sum = file.rows().stream().map(FiscalFile.Row::amount).reduce(Money.ZERO, Money::plus);
        var shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        long id = rows.add(file, shortName, hash, sum, officer, arrived);
        for (var row : file.rows()) {
            long line = rows.addLine(id, file.day(), row);
            book("fiscal:" + line, EntryKind.REMITTED, row.amount(), row, officer, arrived);
        }
        reconciling.reconcile(arrived);
        audit.record(
                officer,
                "导入财政缴款数据",
                "fiscal:" + id,
                file.day() + "，" + file.rows().size() + " 行，" + sum);
        return file;
    }

    private void refuseDuplicates(FiscalFile file) {
        var faults = new ArrayList<Fault>();
        if (rows.isStated(file.day())) {
            faults.add(new Fault(
                    "file",
                    Shanghai.date(file.day()) + "的缴款数据已经导入过。一天一份、整份导入：有错或有缺的，请先在当日日结页把这一天的缴款书全部冲正，再导入改正后的整份数据。"));
        }
        var known = rows.known(file.rows().stream().map(FiscalFile.Row::slip).toList());
        file.rows().stream()
                .filter(row -> known.contains(row.slip()))
                .map(row -> FiscalFile.fault(row.line(), "缴款书号", "缴款书 " + row.slip() + " 已经导入过"))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    @Transactional
    public void reverse(long id, String words, Actor officer, Instant arrived) {
        var reason = words.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal(CloseRefusal.WORDS_MISSING);
        }
        rows.lock();
        var line = rows.lockLine(id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (line.reversedAt() != null) {
            throw new Refusal(CloseRefusal.REVERSED_ALREADY);
        }
        rows.reverse(line, reason, officer, arrived);
        var row = new FiscalFile.Row(0, line.channel(), line.slip(), line.amount());
        book(
                "fiscal-reversed:" + id,
                EntryKind.REMITTANCE_REVERSED,
                Money.ZERO.minus(line.amount()),
                row,
                officer,
                arrived);
        reconciling.reconcile(arrived);
        audit.record(officer, "冲正财政缴款", "fiscal-line:" + id, line.amount() + "，" + reason);
    }

    private void book(String source, EntryKind kind, Money amount, FiscalFile.Row row, Actor officer, Instant arrived) {
        var about = new Posting.About(row.channel(), null, null, row.slip(), null, null);
        ledger.post(
                Posting.of(source, kind, LedgerAccount.FISCAL, LedgerAccount.CHANNEL, amount, about), officer, arrived);
    }
}
