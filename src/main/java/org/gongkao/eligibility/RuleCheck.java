package org.gongkao.eligibility;

import java.util.HashSet;
import java.util.List;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.InvalidInput;

/** What a draft's rules have to stand before they are published: they compile, and every example comes out as it says. */
final class RuleCheck {

    private final Cycle cycle;
    private final Catalogue catalogue;
    private final Problems problems;

    RuleCheck(Cycle cycle, Catalogue catalogue, Problems problems) {
        this.cycle = cycle;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    void run() {
        var book = RuleBook.draft(cycle, catalogue, problems);
        for (var rule : book.rules().values()) {
            names(rule);
            examples(book, rule, "passes", true);
            examples(book, rule, "fails", false);
        }
        if (!problems.any()) {
            RuleWalk.of(book).faults().forEach(fault -> problems.add(fault.where(), fault.sentence()));
        }
    }

    private void names(CompiledRule rule) {
        var known = new HashSet<>(Vocabulary.variables().keySet());
        known.addAll(rule.rule().formula().parameters().keySet());
        if (!rule.rule().formula().measure().isEmpty()) {
            known.add(Vocabulary.MEASURE);
        }
        for (var field : List.of("sentence", "fact", "needed")) {
            var node = rule.rule().node().at(field);
            for (var name : new Template(node.optionalText().orElse("")).names()) {
                if (!known.contains(name)) {
                    problems.add(node, "花括号中的“" + name + "”不是事实、参数或 measure，请核对。");
                }
            }
        }
    }

    private void examples(RuleBook book, CompiledRule rule, String field, boolean passing) {
        if (!rule.rule().judged()) {
            return;
        }
        for (var example : rule.rule().node().at(field).items(new Problems())) {
            try {
                var facts = FactsText.read(example.optionalText().orElse(""));
                var truth = rule.ask(book.situation(facts)).truth();
                if (truth != Truth.of(passing)) {
                    tell(example, passing, rule.rule().kind().result(truth), truth);
                }
            } catch (InvalidInput refused) {
                refused.faults().forEach(fault -> problems.add(example, "样例不可用：" + fault.sentence()));
            }
        }
    }

    private void tell(Node example, boolean passing, Result result, Truth truth) {
        problems.add(
                example,
                "此样例应" + (passing ? "符合" : "不符合") + "条件，判出的却是“"
                        + (truth == Truth.UNKNOWN ? "缺少事实，无法判定" : result.label()) + "”，请核对样例或判断式。");
    }
}
