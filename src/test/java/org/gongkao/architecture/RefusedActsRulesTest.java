package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 拒绝留痕: nobody catches a refusal without leaving its line. */
class RefusedActsRulesTest {

    private static final Pattern CATCH = Pattern.compile(
            "catch \\((?:[A-Za-z]+ \\| )*Refusal(?: \\| [A-Za-z]+)* (\\w+)\\) \\{((?:\\s*//[^\\n]*)*)\\s*([^;]*;)");

    private static final Pattern WIDE =
            Pattern.compile("catch \\([^)]*\\b(RuntimeException|Exception|Throwable) \\w+\\)");

    /** What the request's line is made of, or the line itself where there is no request. */
    private static final Pattern NOTED = Pattern.compile("Refused\\.note\\(|leaveLine\\(|audit\\.refused\\(");

    /** Nobody asked for an act here, or nobody is told: a question that is answered, a round that comes again. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "payment/collective/ChoosingPeople.java", "shows beside each name why it cannot be chosen",
            "payment/refund/RequestingRefunds.java", "shows why a ground cannot be asked on now",
            "payment/refund/RefundTerms.java", "a year without rules has none",
            "payment/receipt/IssuingReceipts.java", "the issuer is asked again for what could not be kept",
            "payment/close/FetchingStatements.java", "the statement was here already",
            "application/deferral/EndingPromises.java", "the next round ends what waits now",
            "demo/DemoReceiptIssuer.java", "plays the treasury, which answers that it refuses");

    @Test
    void a_caught_refusal_is_noted_before_anything_else() {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (var file : Sources.java()) {
            var text = Sources.text(file);
            var caught = CATCH.matcher(text);
            while (caught.find()) {
                seen++;
                if (!QUESTIONS.containsKey(name(file))
                        && !NOTED.matcher(caught.group(3)).lookingAt()) {
                    wrong.add(name(file) + ": " + caught.group());
                }
            }
        }
        assertThat(seen).as("the pattern still finds them").isGreaterThan(70);
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_catch_of_a_refusal_is_written_so_that_the_rule_does_not_see_it() {
        var all = Pattern.compile("catch\\s*\\([^)]*\\bRefusal\\b");
        assertThat(Sources.java())
                .allSatisfy(file -> assertThat(
                                all.matcher(Sources.text(file)).results().count())
                        .as(name(file))
                        .isEqualTo(CATCH.matcher(Sources.text(file)).results().count()));
    }

    /** A wider catch would swallow refusals too. */
    @Test
    void a_handler_of_requests_catches_nothing_wider() {
        assertThat(Sources.java().stream()
                        .filter(file -> Sources.text(file).contains("\n@Controller")
                                || Sources.text(file).contains("\n@RestController"))
                        .filter(file -> WIDE.matcher(Sources.text(file)).find()))
                .isEmpty();
    }

    @Test
    void what_is_listed_as_a_question_still_catches_one() {
        var catching = new TreeSet<String>();
        Sources.java().stream()
                .filter(file -> CATCH.matcher(Sources.text(file)).find())
                .forEach(file -> catching.add(name(file)));
        assertThat(catching).containsAll(QUESTIONS.keySet());
    }

    private static String name(Path file) {
        return Sources.JAVA.resolve("org/gongkao").relativize(file).toString();
    }
}
