package org.gongkao.payment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongkao.Gongkao;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder.Device;
import org.gongkao.channel.PayWay;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program that {@link PaymentsUnderFaultsTest} kills: the whole product, and so many payers who set out, scan, pay, come
 * back, change the device and press old codes, until all have paid. Then it holds the channel's statement against the book.
 * Started again it goes on where the database says that it stood.
 */
final class PayingUnderFaults {

    private static final String KEY = "fault-";
    private static final int AT_ONCE = 8;

    private final ConfigurableApplicationContext context;
    private final Charges charges;
    private final ChargeRows rows;
    private final StartingPayment starting;
    private final AskingChannel asking;
    private final JdbcClient jdbc;
    private final Random random;
    private final HttpClient phone =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, List<String>> codes = new ConcurrentHashMap<>();

    private PayingUnderFaults(ConfigurableApplicationContext context, long seed) {
        this.context = context;
        charges = context.getBean(Charges.class);
        rows = context.getBean(ChargeRows.class);
        starting = context.getBean(StartingPayment.class);
        asking = context.getBean(AskingChannel.class);
        jdbc = context.getBean(JdbcClient.class);
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int payments = Integer.parseInt(arguments[0]);
        var context = new SpringApplicationBuilder(Gongkao.class)
                .profiles("test")
                .run("--server.port=0", "--gongkao.payment.ask-by-itself=true");
        // Who owes is a unit that exists: receipts and messages follow each payment, as they would.
        context.getBean(CastSeeds.class).plant(Instant.now());
        var paying = new PayingUnderFaults(context, Long.parseLong(arguments[1]));
        paying.openAll(payments);
        System.out.println("PAYING");
        paying.payAll();
        System.out.println("PAID");
        paying.compare();
        System.exit(0);
    }

    private void openAll(int payments) {
        var until = Instant.now().plus(Duration.ofDays(30));
        for (int i = 0; i < payments; i++) {
            if (charges.lookUp(KEY + i).isEmpty()) {
                charges.openForUnit(
                        Purpose.TEXTBOOK, KEY + i, CastSeeds.COUNTY_UNIT, GivenCharge.BILL, until, Actor.SYSTEM);
            }
        }
    }

    private void payAll() throws InterruptedException {
        for (var left = unpaid(); !left.isEmpty(); left = unpaid()) {
            Collections.shuffle(left, random);
            try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
                for (var key : left) {
                    int mood = random.nextInt(100);
                    people.submit(() -> act(key, mood));
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private List<String> unpaid() {
        return new ArrayList<>(jdbc.sql("select purpose_key from payment.charge where state <> 'SETTLED' order by id")
                .query(String.class)
                .list());
    }

    private void act(String key, int mood) {
        try {
            var charge = rows.find(key).orElseThrow();
            switch (charge.state()) {
                case OPEN, PREPARED -> setOut(charge, mood);
                case UNKNOWN -> asking.askNow(charge, Instant.now());
                case DISPUTED -> {
                    if (charge.orderNumber() != null) {
                        asking.query(charge.orderNumber(), Instant.now());
                    }
                }
                default -> {}
            }
        } catch (Refusal refused) {
            // somebody else was quicker, or the channel is being asked: the next round sees
        } catch (Exception lost) {
            System.out.println("LOST " + lost);
        }
    }

    /** Some only look at the code, some press an old one, some come back with another device. */
    private void setOut(Charge charge, int mood) throws Exception {
        var device = mood % 10 == 0 ? Device.PHONE : Device.DESKTOP;
        var visit = new Visit(ChannelCode.WECHAT, device, "127.0.0.1", URI.create("http://127.0.0.1"), "/home");
        var payer = new Actor(3, "测试", Role.UNIT_CLERK, "unit:" + charge.payer().unit(), null);
        var way = starting.pay(Payment.of(charge), visit, payer, Instant.now());
        var seen = codes.computeIfAbsent(charge.number(), any -> Collections.synchronizedList(new ArrayList<>()));
        way.ifPresent(one ->
                seen.add(one instanceof PayWay.Page page ? page.address().toString() : ((PayWay.Code) one).content()));
        if (mood < 80 && !seen.isEmpty()) {
            press(mood % 7 == 0 ? seen.getFirst() : seen.getLast());
        }
    }

    private void press(String code) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(code))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("act=pay"))
                .build();
        phone.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Every movement of the statement is in the book with its amount, and none is in the book alone. */
    private void compare() throws InterruptedException {
        var channel = context.getBean(Channels.class).find(ChannelCode.WECHAT).orElseThrow();
        var booked = new HashMap<String, Long>();
        jdbc.sql("select transaction_no, sum(amount_fen) as fen from ledger.line where account = 'CHANNEL' group by 1")
                .query(row -> {
                    booked.put(row.getString("transaction_no"), row.getLong("fen"));
                });
        booked.values().removeIf(sum -> sum == 0);
        var stated = new HashMap<String, Long>();
        var today = Shanghai.day(Instant.now());
        for (var day : List.of(today.minusDays(1), today)) {
            for (var line : statement(channel, day)) {
                long sign = line.kind() == StatementLine.Kind.IN ? 1 : -1;
                stated.merge(line.transaction(), sign * line.amount().fen(), Long::sum);
            }
        }
        System.out.println("STATEMENT " + stated.size() + " movements, book " + booked.size() + ", "
                + (stated.equals(booked) ? "EQUAL" : "DIFFERENT"));
    }

    /** The channel writes it when the day is over: whoever started this sets its clock. */
    private static List<StatementLine> statement(Channel channel, LocalDate day) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            if (channel.statement(day) instanceof StatementAnswer.Ready ready) {
                return ready.lines();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("no statement of " + day);
    }
}
