package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.demo.Databases;
import org.gongkao.demo.GatewayKeys;
import org.gongkao.demo.GatewayProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Payments by the real protocol while the channel duplicates, delays, reorders, drops, lies, fails and falls silent, while the
 * product is killed with -9 and the channel too, all by a printed seed: they end with zero difference and no charge paid twice.
 * {@code -Dgongkao.payments=10000 -Dgongkao.kills=5 -Dgongkao.seed=…} makes it as large as bench/faults.sh does.
 */
class PaymentsUnderFaultsTest extends DatabaseTest {

    private static final int PAYMENTS = Integer.getInteger("gongkao.payments", 40);
    private static final int KILLS = Integer.getInteger("gongkao.kills", 1);
    private static final List<String> FAULTS = List.of(
            "duplicate=3",
            "delay=300",
            "reorder=1",
            "drop=5",
            "lie=-100",
            "lie=100000",
            "impostor=1",
            "fail=4",
            "silent=1",
            "duplicate=2&delay=50&drop=2",
            "");

    private final long seed = Long.getLong("gongkao.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final GatewayKeys keys = GatewayKeys.make();
    private final Path folder = Path.of("target", "faults");
    private final List<Process> programs = new ArrayList<>();
    private JdbcClient product;
    private String url;

    @BeforeEach
    void connect() {
        url = TestDatabase.fresh();
        product = JdbcClient.create(new DriverManagerDataSource(
                url, Databases.APP, TestDatabase.server().password(Databases.APP)));
    }

    @Test
    void payments_under_random_faults_and_kills_end_with_no_difference_and_no_double_charge() throws Exception {
        System.out.println("PaymentsUnderFaultsTest seed " + seed + " (-Dgongkao.seed=" + seed + ")");
        Files.createDirectories(folder);
        var journal = folder.resolve("journal-" + ProcessHandle.current().pid());
        Files.deleteIfExists(journal);
        var gateway = GatewayProcess.start(keys, "journal=" + journal.toAbsolutePath());
        int port = gateway.url().getPort();
        try {
            var stops = stops();
            for (int kill = 0; kill < stops.size(); kill++) {
                var program = start(gateway, kill);
                while (program.isAlive() && settled() < stops.get(kill)) {
                    gateway.control("reset=1&" + FAULTS.get(random.nextInt(FAULTS.size())));
                    program.waitFor(100 + random.nextInt(400), TimeUnit.MILLISECONDS);
                }
                assertThat(program.isAlive())
                        .as("it ended by itself: %s", log(kill))
                        .isTrue();
                program.destroyForcibly().waitFor();
                if (kill % 2 == 0) {
                    gateway.kill();
                    gateway = GatewayProcess.start(keys, "journal=" + journal.toAbsolutePath(), "port=" + port);
                }
            }
            var program = start(gateway, stops.size());
            while (program.isAlive() && settled() < PAYMENTS * 9 / 10) {
                gateway.control("reset=1&" + FAULTS.get(random.nextInt(FAULTS.size())));
                program.waitFor(100 + random.nextInt(400), TimeUnit.MILLISECONDS);
            }
            gateway.control("reset=1");
            while (program.isAlive() && settled() < PAYMENTS) {
                program.waitFor(200, TimeUnit.MILLISECONDS);
            }
            // A day's statement is written at nine of the next: after one day only, none would be there at night.
            gateway.shift(Duration.ofDays(2));
            assertThat(program.waitFor(10 + PAYMENTS / 20, TimeUnit.MINUTES))
                    .as(log(stops.size()))
                    .isTrue();
            assertThat(log(stops.size()))
                    .contains("PAID")
                    .contains("STATEMENT " + PAYMENTS)
                    .contains("EQUAL");
            nothingIsWrong();
        } finally {
            programs.forEach(Process::destroyForcibly);
            gateway.close();
        }
    }

    /** After so many settled charges the product is killed. */
    private List<Integer> stops() {
        var stops = new ArrayList<Integer>();
        for (int i = 0; i < KILLS; i++) {
            stops.add(1 + random.nextInt(PAYMENTS * 8 / 10));
        }
        return stops.stream().sorted().toList();
    }

    private void nothingIsWrong() {
        assertThat(count("payment.charge where state = 'SETTLED'")).isEqualTo(PAYMENTS);
        assertThat(count("payment.receipt")).isEqualTo(PAYMENTS);
        assertThat(count("payment.charge_event where act = 'PAY'"))
                .as("each paid once")
                .isEqualTo(PAYMENTS);
        assertThat(count("payment.discrepancy where decided_at is null")).isZero();
        assertThat(count("payment.notification where verdict = 'TAKEN'")).isPositive();
        assertThat(count("payment.kept_message where tried > 0"))
                .as("kept, and not settled")
                .isZero();
        assertThat(count("(select charge_id from payment.receipt group by 1 having count(*) > 1) twice"))
                .isZero();
        assertThat(sum("CHANNEL")).isEqualTo(PAYMENTS * GivenCharge.BILL.total().fen());
        assertThat(sum("TEXTBOOK"))
                .isEqualTo(-PAYMENTS * GivenCharge.BILL.total().fen());
        assertThat(sum("UNCLEAR")).isZero();
        assertThat(count("(select entry_id from ledger.line group by 1 having sum(amount_fen) <> 0) wrong"))
                .isZero();
    }

    private Process start(GatewayProcess gateway, int run) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "org.gongkao.payment.PayingUnderFaults",
                Integer.toString(PAYMENTS),
                Long.toString(random.nextLong()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run-" + run + ".log").toFile());
        var wechat = gateway.wechat();
        var environment = builder.environment();
        environment.put(
                "CLASSPATH", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        environment.put("SPRING_DATASOURCE_URL", url);
        environment.put("SPRING_DATASOURCE_USERNAME", Databases.APP);
        environment.put("SPRING_DATASOURCE_PASSWORD", TestDatabase.server().password(Databases.APP));
        environment.put("SPRING_FLYWAY_URL", url);
        environment.put("SPRING_FLYWAY_USER", Databases.OWNER);
        environment.put("SPRING_FLYWAY_PASSWORD", TestDatabase.server().password(Databases.OWNER));
        environment.put("LOGGING_LEVEL_ROOT", "ERROR");
        environment.put("GONGKAO_PAYMENT_WECHAT_MERCHANT", wechat.merchant());
        environment.put("GONGKAO_PAYMENT_WECHAT_APP", wechat.app());
        environment.put("GONGKAO_PAYMENT_WECHAT_SERIAL", wechat.serial());
        environment.put("GONGKAO_PAYMENT_WECHAT_PRIVATEKEY", wechat.privateKey());
        environment.put("GONGKAO_PAYMENT_WECHAT_APIKEY", wechat.apiKey());
        environment.put("GONGKAO_PAYMENT_WECHAT_PUBLICKEYID", wechat.publicKeyId());
        environment.put("GONGKAO_PAYMENT_WECHAT_PUBLICKEY", wechat.publicKey());
        environment.put("GONGKAO_PAYMENT_WECHAT_ENDPOINT", gateway.url().toString());
        var program = builder.start();
        programs.add(program);
        return program;
    }

    private String log(int run) throws IOException {
        return Files.readString(folder.resolve("run-" + run + ".log"));
    }

    /** Nothing while the first program still makes the tables. */
    private long settled() {
        try {
            return count("payment.charge where state = 'SETTLED'");
        } catch (org.springframework.dao.DataAccessException notYet) {
            return 0;
        }
    }

    private long count(String what) {
        return product.sql("select count(*) from " + what).query(Long.class).single();
    }

    private long sum(String account) {
        return product.sql("select coalesce(sum(amount_fen), 0) from ledger.line where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
