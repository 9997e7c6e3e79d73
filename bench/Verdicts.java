import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.LevelSubjectsSection;
import org.gongkao.catalogue.OccupationCatalogueSection;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.ShippedPackage;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.eligibility.Facts;
import org.gongkao.eligibility.FactsText;
import org.gongkao.eligibility.RulesSection;
import org.gongkao.eligibility.VerdictText;

/**
 * Verdicts per second of processor time on one thread, by the shipped package; with a number, only so many people as the
 * interface takes them: see verdicts.sh; with a word behind it, their verdicts as rows of the table: see reevaluation.sh.
 */
final class Verdicts {

    /** The thread's own time: other work on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final String PERSON = """
            {"day":"2023-03-15","level":"%s","occupation":"保管工","postKind":"SKILLED_LABOUR","staff":"APPOINTED","sex":"%s",
             "birthDate":"%d-05-12","birthDateOnFile":"%d-05-12","retirementCategory":"%s","retired":false,"startOfWork":"%d-12","regularSince":"%d",
             "interruptions":[],"education":"%s","certificates":[%s],"work":[{"occupation":"保管工","from":"%d-12","current":true}],
             "appraisals":[%s],"honours":[],"disciplines":[],"bans":[],"falsePromise":false,"carReform":false,
             "epidemicCircle":"OUTSIDE","unitRecommends":true}""";

    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            verdicts(Integer.parseInt(arguments[0]));
            return;
        }
        if (arguments.length > 0) {
            var people = "[" + String.join(",", texts(Integer.parseInt(arguments[0]))) + "]";
            System.out.writeBytes(people.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return;
        }
        var catalogue = new Catalogue();
        var cycle = cycle(catalogue);
        var eligibility = new Eligibility(catalogue);
        var people = texts(400).stream().map(FactsText::read).toList();
        for (int round = 1; round <= 6; round++) {
            System.out.printf(
                    "round %d: this year %,.0f/s, with the earliest year %,.0f/s%n",
                    round,
                    rate(
                            people,
                            facts -> eligibility
                                    .judgeThisYear(facts, cycle)
                                    .conditions()
                                    .size()),
                    rate(
                            people,
                            facts ->
                                    eligibility.judge(facts, cycle).conditions().size()));
        }
    }

    private static Cycle cycle(Catalogue catalogue) {
        return ShippedPackage.LUOYANG_2023.read(
                new LevelSubjectsSection(), new OccupationCatalogueSection(), new RulesSection(catalogue));
    }

    /** As copy reads them: a tab between columns, backslashes doubled. */
    private static void verdicts(int count) {
        var catalogue = new Catalogue();
        var eligibility = new Eligibility(catalogue);
        var cycle = cycle(catalogue);
        var rows = new StringBuilder();
        int row = 0;
        for (var text : texts(count)) {
            var facts = FactsText.read(text);
            var verdict = eligibility.judge(facts, cycle);
            var path = verdict.path() == null ? "\\N" : verdict.path();
            rows.append(row++)
                    .append('\t')
                    .append(String.join(
                            "\t",
                            verdict.overall().name(),
                            path,
                            verdict.pathTitle(),
                            verdict.rules(),
                            verdict.facts(),
                            FactsText.write(facts).replace("\\", "\\\\"),
                            VerdictText.write(verdict).replace("\\", "\\\\")))
                    .append('\n');
        }
        System.out.writeBytes(rows.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static List<String> texts(int count) {
        var people = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int service = i % 40;
            int level = 5 - i % 5;
            int held = 1 + i % 7;
            boolean woman = i % 3 == 0;
            int born = 2023 - 20 - service;
            var certificate = level == 5 || i % 4 == 0
                    ? ""
                    : "{\"occupation\":\"保管工\",\"level\":%d,\"obtained\":\"%d-12\",\"appointed\":true}"
                            .formatted(level + 1, 2023 - held);
            var appraisals = new ArrayList<String>();
            for (int year = 2018; year <= 2022; year++) {
                appraisals.add("{\"year\":%d,\"grade\":\"%s\",\"filing\":\"FILED\",\"outstandingMember\":false}"
                        .formatted(year, year % 4 == i % 4 ? "优秀" : "合格"));
            }
            people.add(PERSON.formatted(
                    level,
                    woman ? "FEMALE" : "MALE",
                    born,
                    born,
                    woman ? "WOMEN_50" : "MEN_60",
                    2023 - service,
                    2024 - service,
                    i % 2 == 0 ? "JUNIOR" : "SENIOR",
                    certificate,
                    2023 - service,
                    String.join(",", appraisals)));
        }
        return people;
    }

    private interface Act {
        int on(Facts facts);
    }

    private static double rate(List<Facts> people, Act act) {
        long from = CPU.getCurrentThreadCpuTime();
        long done = 0;
        int seen = 0;
        while (CPU.getCurrentThreadCpuTime() - from < 3_000_000_000L) {
            for (var facts : people) {
                seen += act.on(facts);
            }
            done += people.size();
        }
        if (seen == 0) {
            throw new IllegalStateException();
        }
        return done * 1e9 / (CPU.getCurrentThreadCpuTime() - from);
    }
}
