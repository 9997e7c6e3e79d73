package org.gongkao.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gongkao.letter.Letters;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.FiscalReceiptIssuer;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 演示开票系统。Takes the place of the treasury's system in a demo: numbers of its own, and 演示 across each document. It answers
 * a repeated request word for word, as a real one has to.
 */
@Component
@Profile("demo")
class DemoReceiptIssuer implements FiscalReceiptIssuer {

    private static final String CODE = "00041023";
    private static final String RED_CODE = "00041923";

    private final JdbcClient jdbc;
    private final Letters letters;
    private final BusinessClock clock;

    DemoReceiptIssuer(JdbcClient jdbc, Letters letters, BusinessClock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public FiscalAnswer issue(Request request) {
        return answered(request.number(), request.toString()).orElseGet(() -> {
            var at = clock.instant();
            var number = next();
            var check =
                    Sha256.of(CODE + number + request.payer()).substring(0, 6).toUpperCase(Locale.ROOT);
            try {
                var paper = DemoReceiptPaper.of(CODE, number, check, request, at);
                add(
                        request.number(),
                        request.toString(),
                        CODE,
                        number,
                        at,
                        new Document(check, request.payer(), request.amount(), letters.pdf("demo/receipt.jte", paper)));
            } catch (Refusal unprintable) {
                return new FiscalAnswer.Refused(unprintable.sentence());
            }
            return query(request.number());
        });
    }

    @Override
    public FiscalAnswer redMark(RedMark request) {
        return answered(request.number(), request.toString()).orElseGet(() -> {
            add(request.number(), request.toString(), RED_CODE, next(), clock.instant(), null);
            return query(request.number());
        });
    }

    @Override
    public FiscalAnswer query(String requestNumber) {
        return answered(requestNumber, null).orElseGet(() -> new FiscalAnswer.Refused("没有这份申请。"));
    }

    /** 演示票据原件。What only a receipt has and a red one has not. */
    private record Document(String check, String payer, Money amount, byte[] pdf) {}

    private Optional<FiscalAnswer> answered(String request, @Nullable String asked) {
        return jdbc.sql("select * from demo.receipt where request = :request")
                .param("request", request)
                .query((row, n) -> {
                    if (asked != null && !asked.equals(row.getString("asked"))) {
                        return new FiscalAnswer.Refused("同一申请号的内容前后不同。");
                    }
                    var at = row.getTimestamp("issued_at").toInstant();
                    return row.getBytes("pdf") == null
                            ? new FiscalAnswer.RedMarked(row.getString("code"), row.getString("number"), at)
                            : (FiscalAnswer) new FiscalAnswer.Issued(
                                    row.getString("code"),
                                    row.getString("number"),
                                    row.getString("check_code"),
                                    row.getString("payer"),
                                    new Money(row.getLong("amount_fen")),
                                    at,
                                    Objects.requireNonNull(row.getBytes("pdf")));
                })
                .optional();
    }

    private String next() {
        return jdbc.sql("select lpad(nextval('demo.receipt_serial')::text, 10, '0')")
                .query(String.class)
                .single();
    }

    private void add(
            String request, String asked, String code, String number, Instant at, @Nullable Document document) {
        jdbc.sql("""
                insert into demo.receipt (request, asked, code, number, check_code, payer, amount_fen, issued_at, pdf)
                values (:request, :asked, :code, :number, :check, :payer, :amount, :at, :pdf)
                on conflict (request) do nothing
                """)
                .param("request", request)
                .param("asked", asked)
                .param("code", code)
                .param("number", number)
                .param("check", document == null ? null : document.check())
                .param("payer", document == null ? null : document.payer())
                .param("amount", document == null ? null : document.amount().fen())
                .param("at", Timestamp.from(at))
                .param("pdf", document == null ? null : document.pdf())
                .update();
    }
}
