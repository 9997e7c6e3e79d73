import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hands complete drafts in over HTTP, a number of workers at once, in turn with and without the audit line, and looks in
 * the database afterwards for everything that was acknowledged. See submissions.sh.
 */
public final class Submissions {

    private String boxes = "";
    private final Process program;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final Path folder;
    private final URI target;
    private final int atOnce;

    /** One worker's open session and complete draft. */
    private record Draft(String session, String number) {}

    /** What one round came to. */
    private record Round(double rate, double median, double p95, double p99, double programMs, double databaseMs) {}

    private Submissions(Path folder, int port, int atOnce, List<String> java) throws IOException {
        this.folder = folder;
        this.atOnce = atOnce;
        this.target = URI.create("http://127.0.0.1:" + port + "/application/submission");
        var builder = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of("Platform")).toList())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("GONGKAO_DATA", folder.resolve("data").toString());
        this.program = builder.start();
        this.answers = program.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(program.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** folder, port, workers at once, submissions a round, rounds of each kind, and the command that starts Platform. */
    public static void main(String[] arguments) throws Exception {
        var list = List.of(arguments);
        var run = new Submissions(
                Path.of(list.get(0)),
                Integer.parseInt(list.get(1)),
                Integer.parseInt(list.get(2)),
                list.subList(5, list.size()));
        try {
            run.await("ready");
            run.measure(Integer.parseInt(list.get(3)), Integer.parseInt(list.get(4)));
        } finally {
            run.orders.close();
            run.program.waitFor();
        }
    }

    private void measure(int each, int rounds) throws Exception {
        System.out.println("| round | submissions/s | median | 95 % | 99 % | CPU of program | CPU of database |");
        System.out.println("|---|---|---|---|---|---|---|");
        round(each, true);
        round(each, false);
        var with = new ArrayList<Round>();
        var without = new ArrayList<Round>();
        for (int i = 1; i <= rounds; i++) {
            print(i + ", with the audit line", take(with, round(each, true)));
            print(i + ", without", take(without, round(each, false)));
        }
        print("**median, with**", median(with));
        print("**median, without**", median(without));
    }

    /** Fails when anything acknowledged is not in the database, or anything was not acknowledged. */
    private Round round(int each, boolean audited) throws Exception {
        var drafts = prepare(each);
        order("audit " + (audited ? "on" : "off"), audited ? "on" : "off");
        order("idle", "idle");
        double[] before = cpu();
        var queue = new ConcurrentLinkedQueue<>(drafts);
        var times = Collections.synchronizedList(new ArrayList<Double>());
        var acknowledged = Collections.synchronizedList(new ArrayList<String>());
        var errors = new AtomicInteger();
        var ready = new CountDownLatch(atOnce);
        var go = new CountDownLatch(1);
        var workers = new ArrayList<Thread>();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < atOnce; i++) {
                workers.add(Thread.ofVirtual().start(() -> {
                    ready.countDown();
                    wait(go);
                    for (var draft = queue.poll(); draft != null; draft = queue.poll()) {
                        long from = System.nanoTime();
                        if (handIn(client, draft)) {
                            times.add((System.nanoTime() - from) / 1e6);
                            acknowledged.add(draft.number());
                        } else {
                            errors.incrementAndGet();
                        }
                    }
                }));
            }
            ready.await();
            long from = System.nanoTime();
            go.countDown();
            for (var worker : workers) {
                worker.join();
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            order("idle", "idle");
            double[] after = cpu();
            check(acknowledged, errors.get(), audited);
            var sorted = times.stream().sorted().toList();
            return new Round(
                    acknowledged.size() / seconds,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    (after[0] - before[0]) / each,
                    (after[1] - before[1]) / each);
        }
    }

    private boolean handIn(HttpClient client, Draft draft) {
        var token = UUID.randomUUID().toString();
        var cookie = "GONGKAO="
                + Base64.getEncoder().encodeToString(draft.session().getBytes(StandardCharsets.UTF_8))
                + "; XSRF-TOKEN=" + token;
        var form = "version=0" + boxes(client, cookie) + "&_csrf="
                + URLEncoder.encode(masked(token), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean taken = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/application/receipt");
            if (!taken) {
                Files.writeString(
                        folder.resolve("refused.html"),
                        answer.statusCode() + "\n" + answer.headers().map() + "\n" + answer.body());
            }
            return taken;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page's boxes send, which is the digest of the text beside each: the same for every draft, so read once. */
    private synchronized String boxes(HttpClient client, String cookie) {
        if (boxes.isEmpty()) {
            try {
                var page = client.send(
                        HttpRequest.newBuilder(target).header("Cookie", cookie).build(),
                        HttpResponse.BodyHandlers.ofString());
                Pattern.compile("name=\"(confirmation[.][^\"]+)\" value=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .forEach(box -> boxes += "&" + box.group(1) + "=" + box.group(2));
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return boxes;
    }

    /** As the page carries it: the cookie's token behind as many bytes with which it is mixed, here zeros. */
    private static String masked(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var mixed = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, mixed, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(mixed);
    }

    private List<Draft> prepare(int each) throws IOException {
        var file = folder.resolve("drafts");
        order("prepare " + each + " " + file, "prepared");
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .map(parts -> new Draft(parts[0], parts[1]))
                .toList();
    }

    private void check(List<String> acknowledged, int errors, boolean audited) throws IOException {
        var file = folder.resolve("acknowledged");
        Files.write(file, acknowledged);
        var there = order("count " + file, "");
        int n = acknowledged.size();
        var expected = n + " " + n + " " + n + " " + (audited ? n : 0) + " " + n;
        if (errors > 0 || !there.equals(expected)) {
            throw new IllegalStateException(errors + " errors; handed in, acts, receipts, audit lines, told: " + there
                    + " where " + expected + " were expected; see " + folder.resolve("refused.html"));
        }
    }

    private String order(String order, String expected) throws IOException {
        orders.println(order);
        return await(expected);
    }

    private String await(String expected) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("@" + expected)) {
                return line.substring(1);
            }
        }
        throw new IllegalStateException("The program ended; see " + folder.resolve("errors"));
    }

    /** Milliseconds used so far by the program, and by the database with all its processes, also those that ended. */
    private double[] cpu() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/database/postgresql/postmaster.pid"))
                .getFirst()
                .strip());
        long database = ticks(postmaster, 13, 17);
        for (var process : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            database += ticks(process.pid(), 13, 15);
        }
        return new double[] {ticks(program.pid(), 13, 15) * 10.0, database * 10.0};
    }

    /** Fields of /proc/…/stat, counted after the name: 13 and 14 are its own, 15 and 16 those of its ended children. */
    private static long ticks(long pid, int from, int until) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, from - 2, until - 2)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (java.nio.file.NoSuchFileException ended) {
            return 0;
        }
    }

    private static void wait(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    private static Round take(List<Round> rounds, Round round) {
        rounds.add(round);
        return round;
    }

    private static Round median(List<Round> rounds) {
        return new Round(
                middle(rounds.stream().map(Round::rate)),
                middle(rounds.stream().map(Round::median)),
                middle(rounds.stream().map(Round::p95)),
                middle(rounds.stream().map(Round::p99)),
                middle(rounds.stream().map(Round::programMs)),
                middle(rounds.stream().map(Round::databaseMs)));
    }

    private static double middle(Stream<Double> values) {
        return at(values.sorted().toList(), 0.5);
    }

    private static void print(String what, Round round) {
        System.out.printf(
                "| %s | %.0f | %.0f ms | %.0f ms | %.0f ms | %.2f ms | %.2f ms |%n",
                what, round.rate(), round.median(), round.p95(), round.p99(), round.programMs(), round.databaseMs());
    }
}
