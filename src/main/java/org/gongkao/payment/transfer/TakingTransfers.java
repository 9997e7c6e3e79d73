package org.gongkao.payment.transfer;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementLine;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.payment.StatementBooked;
import org.gongkao.payment.TakingStatements;
import org.gongkao.payment.TakingStatements.Statement;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登记银行流水。Looks a statement through as a whole, says whose money each line is, and takes it: all or nothing. What it settles
 * is done line by line afterwards, by a job that survives a stop.
 */
@Component
class TakingTransfers {

    private static final int MOST_DAYS = 366;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    /** 读入的流水。What a statement says: the new lines with whose they are, how many were known before, and all that is wrong. */
    record Reading(
            LocalDate first,
            LocalDate last,
            List<Found> found,
            int known,
            List<LocalDate> quiet,
            List<BankProblem> problems) {}

    /** 认出的流水。{@code due} is what the order asks for. */
    record Found(TransferLines.New line, Optional<Money> due) {}

    private final Files files;
    private final TransferCodes codes;
    private final TransferLines lines;
    private final TakingStatements statements;
    private final Bookkeeping ledger;
    private final JobRegister jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MachineClock machine;

    TakingTransfers(
            Files files,
            TransferCodes codes,
            TransferLines lines,
            TakingStatements statements,
            Bookkeeping ledger,
            JobRegister jobs,
            Audit audit,
            ApplicationEventPublisher events,
            MachineClock machine) {
        this.files = files;
        this.codes = codes;
        this.lines = lines;
        this.statements = statements;
        this.ledger = ledger;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.machine = machine;
    }

    /** What taking the file would do. Changes nothing. */
    Reading read(FileId file, LocalDate first, LocalDate last, Instant arrived) {
        requirePeriod(first, last, arrived);
        var table = BankTable.read(files.content(file), files.card(file).type());
        var checked = BankCheck.of(table, first, last);
        var before = lines.known(checked.lines());
        var problems = new ArrayList<>(checked.problems());
        var news = new ArrayList<BankLine>();
        int known = 0;
        for (var line : checked.lines()) {
            var there = before.get(line.serial());
            if (there == null) {
                news.add(line);
            } else if (isSame(there, line)) {
                known++;
            } else {
                problems.add(new BankProblem(line.line(), BankTable.SERIAL, "以前登记过同一流水号，但收支、金额或时间不同，请与银行核对"));
            }
        }
        problems.sort(Comparator.comparingInt(BankProblem::line));
        return new Reading(
                first,
                last,
                problems.isEmpty() ? match(news) : List.of(),
                known,
                quiet(first, last, checked),
                problems);
    }

    static void requirePeriod(LocalDate first, LocalDate last, Instant arrived) {
        if (last.isBefore(first) || !last.isBefore(Shanghai.day(arrived))) {
            throw new Refusal(TransferRefusal.PERIOD_WRONG);
        }
        if (last.isAfter(first.plusDays(MOST_DAYS))) {
            throw new Refusal(TransferRefusal.PERIOD_LONG);
        }
    }

    /** Days without a line: either nothing moved, or the file does not hold them. */
    private static List<LocalDate> quiet(LocalDate first, LocalDate last, BankCheck.Checked checked) {
        var moved =
                checked.lines().stream().map(line -> Shanghai.day(line.at())).collect(Collectors.toSet());
        return first.datesUntil(last.plusDays(1))
                .filter(day -> !moved.contains(day))
                .toList();
    }

    private static boolean isSame(BankLine one, BankLine other) {
        return one.kind() == other.kind()
                && one.amount().equals(other.amount())
                && one.at().equals(other.at());
    }

    private List<Found> match(List<BankLine> news) {
        var written = new LinkedHashSet<String>();
        news.stream().filter(BankLine::isIn).forEach(line -> written.addAll(PayCode.in(line.purpose())));
        var due = codes.due(written);
        var refunds = new HashMap<>(codes.openRefunds());
        return news.stream()
                .map(line -> line.isIn() ? came(line, due) : went(line, refunds))
                .toList();
    }

    /** One order by one code, or nobody's: which of two codes was meant is not guessed. */
    private static Found came(BankLine line, Map<String, TransferCodes.Due> due) {
        var meant = PayCode.in(line.purpose()).stream()
                .map(due::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return meant.size() == 1
                ? new Found(
                        new TransferLines.New(
                                line, LineState.MATCHED, meant.getFirst().order(), null),
                        Optional.of(meant.getFirst().amount()))
                : new Found(new TransferLines.New(line, LineState.UNMATCHED, null, null), Optional.empty());
    }

    /** A refund goes back whole, and once. */
    private static Found went(BankLine line, Map<String, TransferCodes.Refund> open) {
        var words = WORD.matcher(Normalizer.normalize(line.purpose(), Normalizer.Form.NFKC));
        while (words.find()) {
            var key = words.group().toUpperCase(Locale.ROOT);
            var refund = open.get(key);
            if (refund != null && refund.amount().equals(line.amount())) {
                open.remove(key);
                return new Found(
                        new TransferLines.New(line, LineState.REFUNDED, null, refund.number()),
                        Optional.of(refund.amount()));
            }
        }
        return new Found(new TransferLines.New(line, LineState.OUTGOING, null, null), Optional.empty());
    }

    /** The job that settles what was matched; none where nothing new came in. */
    @Transactional
    public Optional<Long> take(FileId file, LocalDate first, LocalDate last, Actor officer, Instant arrived) {
        lines.lockTaking();
        var reading = read(file, first, last, arrived);
        if (!reading.problems().isEmpty()) {
            throw new Refusal(TransferRefusal.BROKEN_LINES, reading.problems().size());
        }
        var card = files.card(file);
        long statement = statements.take(
                new Statement(
                        ChannelCode.TRANSFER,
                        first,
                        last,
                        card.name(),
                        card.sha256(),
                        reading.found().stream()
                                .map(TakingTransfers::forTheStatement)
                                .toList()),
                officer,
                arrived);
        files.claim(file, "statement:" + statement, officer);
        var added =
                lines.add(statement, reading.found().stream().map(Found::line).toList());
        added.stream().filter(line -> line.state() == LineState.UNMATCHED).forEach(line -> bookUnclear(line, arrived));
        codes.askAgain(machine.instant(), arrived);
        var rows = reading.found().stream()
                .map(found -> found.line().line())
                .collect(Collectors.toMap(line -> key(line.isIn(), line.serial()), BankLine::line));
        var work = added.stream()
                .filter(line -> line.state() != LineState.OUTGOING)
                .map(line -> new JobRow(
                        Objects.requireNonNull(rows.get(key(line.in(), line.serial()))),
                        List.of(line.id() + "", line.serial())))
                .toList();
        if (work.isEmpty()) {
            events.publishEvent(new StatementBooked(ChannelCode.TRANSFER));
            return Optional.empty();
        }
        return Optional.of(jobs.start(
                SettlingTransfers.NAME,
                "银行流水入账：" + Shanghai.date(first) + "至" + Shanghai.date(last),
                List.of("流水行", "流水号"),
                work,
                officer,
                arrived));
    }

    /** The bank booked nothing in these days: said by an officer, so that what waits for the bank's word can end. */
    @Transactional
    public void takeEmpty(LocalDate first, LocalDate last, Actor officer, Instant arrived) {
        requirePeriod(first, last, arrived);
        var hash = Sha256.of("没有收支 " + first + " " + last);
        statements.take(new Statement(ChannelCode.TRANSFER, first, last, null, hash, List.of()), officer, arrived);
        codes.askAgain(machine.instant(), arrived);
        events.publishEvent(new StatementBooked(ChannelCode.TRANSFER));
        audit.record(officer, "登记银行没有收支", "statement:" + first, first + " 至 " + last);
    }

    private static String key(boolean in, String serial) {
        return in + " " + serial;
    }

    private static StatementLine forTheStatement(Found found) {
        var line = found.line().line();
        var number = line.isIn() ? found.line().order() : found.line().refund();
        return new StatementLine(line.kind(), line.serial(), number, line.amount(), line.at(), line.name());
    }

    /** Money is in the book from the day on which the bank shows it, whosesoever it is. */
    private void bookUnclear(TransferLines.Line line, Instant arrived) {
        ledger.post(
                Posting.of(
                        "transfer:" + line.id(),
                        EntryKind.UNCLEAR,
                        LedgerAccount.CHANNEL,
                        LedgerAccount.UNCLEAR,
                        line.amount(),
                        new Posting.About(ChannelCode.TRANSFER, null, null, line.serial(), null, null)),
                Actor.SYSTEM,
                arrived);
    }
}
