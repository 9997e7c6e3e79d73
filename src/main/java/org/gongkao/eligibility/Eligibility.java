package org.gongkao.eligibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Level;
import org.springframework.stereotype.Component;

/** 资格规则。Judges facts by the rules of a year. Pure: the same facts and the same package give the same verdict for ever. */
@Component
public class Eligibility {

    /** 申报途径。One way to a level, as the year has it; the conditions for everybody are not repeated in it. */
    public record Path(String id, String title, List<String> conditions) {}

    /** 年限对照。One line of the printed table: what, and who is meant. */
    public record CutOff(Level level, String path, String sentence, String clause, String open) {}

    /** Packages and amendments in force at a time are few; older ones are compiled again when a verdict is recomputed. */
    private static final int BOOKS = 32;

    private final Catalogue catalogue;
    private final Cache<String, RuleBook> books =
            Caffeine.newBuilder().maximumSize(BOOKS).build();

    public Eligibility(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Of several paths that are closed, the one is told that opens first. */
    public Verdict judge(Facts facts, Cycle cycle) {
        return Judging.of(book(cycle), facts, true);
    }

    /** The same without looking into later years, for counting many at once: of closed paths the one with fewest obstacles. */
    public Verdict judgeThisYear(Facts facts, Cycle cycle) {
        return Judging.of(book(cycle), facts, false);
    }

    /** 年限对照表: the calendar years that the conditions come to. */
    public List<CutOff> cutOffs(Cycle cycle) {
        return CutOffTable.of(book(cycle));
    }

    /** What a form for this level has to ask: keys of facts, and of a list its columns, as {@code honours.placing}. */
    public Set<String> asks(Cycle cycle, Level level) {
        return book(cycle).asks(level);
    }

    /** The codes of the materials by which the year's conditions are proven. */
    public static Set<String> materials(Cycle cycle) {
        return cycle.section(EligibilityRules.class).proofs().keySet();
    }

    /** The sentences of all conditions by their ids, for nobody in particular. */
    public Map<String, String> sentences(Cycle cycle) {
        var book = book(cycle);
        var nobody = book.situation(Facts.NONE);
        return book.rules().values().stream()
                .collect(Collectors.toMap(CompiledRule::id, rule -> rule.sentence(nobody)));
    }

    /** The ways to a level in the order of the package. */
    public List<Path> paths(Cycle cycle, Level level) {
        return book(cycle).ways(level).stream()
                .map(way -> new Path(
                        way.path().id(),
                        way.path().title(),
                        way.conditions().stream()
                                .map(rule -> rule.sentence(book(cycle).situation(Facts.NONE)))
                                .toList()))
                .toList();
    }

    /** 证明材料: the codes of the materials that prove each condition, by the condition's id. */
    public Map<String, List<String>> proofs(Cycle cycle) {
        return cycle.section(EligibilityRules.class).rules().values().stream()
                .collect(Collectors.toMap(Rule::id, Rule::materials));
    }

    /** Whether a stored verdict comes out again, byte for byte, from the stored facts and the package that it was made with. */
    public boolean comesOutAgain(String factsJson, String verdictJson, Cycle cycle) {
        return VerdictText.write(judge(FactsText.read(factsJson), cycle)).equals(verdictJson);
    }

    /** What the official sees before publication: what to confirm, and how each number divides people. */
    public RuleWalk walk(Cycle cycle) {
        return RuleWalk.of(book(cycle));
    }

    private RuleBook book(Cycle cycle) {
        return books.get(cycle.hash(), none -> RuleBook.published(cycle, catalogue));
    }
}
