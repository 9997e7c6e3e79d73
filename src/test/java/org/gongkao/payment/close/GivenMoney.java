package org.gongkao.payment.close;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.TestDatabase;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.payment.Bill;
import org.gongkao.payment.Charges;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.Payment;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.Settling;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.TakingStatements;
import org.gongkao.payment.Visit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.gongkao.shared.Role;
import org.gongkao.shared.Sha256;
import org.gongkao.shared.Shanghai;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payers who pay, and a channel's statement of it. */
@Component
@Profile("test")
public class GivenMoney {

    static final Actor OFFICER = new Actor(901, "钱会计", Role.FINANCE, "agency:410300", null);
    static final Actor SECOND = new Actor(902, "孙会计", Role.FINANCE, "agency:410300", null);
    static final LocalDate DAY = LocalDate.of(2023, 4, 10);

    private static final Instant DEADLINE = Instant.parse("2023-04-30T16:00:00Z");

    private final Charges charges;
    private final StartingPayment starting;
    private final Settling settling;
    private final GivenChannel channel;
    private final FetchingStatements fetching;
    private final ImportingFiscal fiscal;
    private final TakingStatements taking;
    private final JdbcClient jdbc;
    private final String url;

    GivenMoney(
            Charges charges,
            StartingPayment starting,
            Settling settling,
            GivenChannel channel,
            FetchingStatements fetching,
            ImportingFiscal fiscal,
            TakingStatements taking,
            JdbcClient jdbc,
            @Value("${spring.datasource.url}") String url) {
        this.charges = charges;
        this.starting = starting;
        this.settling = settling;
        this.channel = channel;
        this.fetching = fetching;
        this.fiscal = fiscal;
        this.taking = taking;
        this.jdbc = jdbc;
        this.url = url;
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }

    /** An order for 365 yuan that waits at the channel. */
    public ChannelOrder order(String key, String at) {
        var bill = new Bill("2023年度工考 三级（高级工）", List.of(new FeePart("等级考核费", Money.yuan(365))), "410305", Level.THREE);
        long id = charges.open(Purpose.GRADING, key, 7, bill, DEADLINE, Actor.SYSTEM);
        var visit = new Visit(
                ChannelCode.WECHAT, ChannelOrder.Device.DESKTOP, "127.0.0.1", URI.create("http://gongkao.test"), "/");
        var payer = new Actor(3, "陈立民", Role.WORKER, null, 7L);
        starting.pay(new Payment("P" + key, "测试", "GK7", List.of(id)), visit, payer, at(at));
        return channel.lastOrder();
    }

    /** Told at once. */
    public ChannelOrder pay(String key, String at) {
        var order = order(key, at);
        tell(order, at, at);
        return order;
    }

    public void tell(ChannelOrder order, String paid, String told) {
        settling.take(order.number(), ChannelCode.WECHAT, answer(order, paid), at(told));
    }

    static ChannelAnswer.Paid answer(ChannelOrder order, String paid) {
        return new ChannelAnswer.Paid(order.number(), "T-" + order.number(), order.amount(), order.payer(), at(paid));
    }

    static StatementLine line(ChannelOrder order, String at) {
        return line("T-" + order.number(), order.number(), order.amount(), at);
    }

    static StatementLine line(String transaction, String number, Money amount, String at) {
        return new StatementLine(StatementLine.Kind.IN, transaction, number, amount, at(at), null);
    }

    /** The channel has written this statement; fetched now. */
    public void statement(LocalDate day, Instant now, StatementLine... lines) {
        var hash = Sha256.of(day + List.of(lines).toString());
        channel.says(day, new StatementAnswer.Ready(hash, List.of(lines)));
        fetching.fetchDue(now);
        fetching.fetchNow(ChannelCode.WECHAT, day, now);
        quietBank(day, now);
    }

    /** The bank booked nothing on that day, and said so. */
    private void quietBank(LocalDate day, Instant now) {
        var known = jdbc.sql("select count(*) from payment.statement where channel = 'TRANSFER' and first_day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
        if (known == 0) {
            var quiet = new TakingStatements.Statement(
                    ChannelCode.TRANSFER, day, day, null, Sha256.of("quiet " + day), List.of());
            taking.take(quiet, OFFICER, now);
        }
    }

    public void fiscal(LocalDate day, String slip, String yuan, Instant now) {
        quietBank(day, now);
        fiscal.take("f.csv", csv(day + ",微信支付," + slip + "," + yuan), OFFICER, now);
    }

    static byte[] csv(String... rows) {
        var lines = new ArrayList<String>();
        lines.add("日期,渠道,缴款书号,金额");
        lines.addAll(List.of(rows));
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** As the owner of the database, whom no rule binds. */
    public void breaks(String sql) {
        try (var connection = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
