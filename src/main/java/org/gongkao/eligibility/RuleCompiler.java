package org.gongkao.eligibility;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.Problem;
import org.gongkao.cycle.Problems;
import org.jspecify.annotations.Nullable;

/** Turns the expressions of a package into programs; what does not compile is told with its place, in Chinese. */
final class RuleCompiler {

    private record Compiled(Program program, Set<String> names) {}

    private final Trades trades;
    private final Problems problems;
    private final Cel cel;

    RuleCompiler(Trades trades, Problems problems) {
        this.trades = trades;
        this.problems = problems;
        var builder = CelFactory.plannerCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(Vocabulary.TYPES);
        Vocabulary.variables().forEach(builder::addVar);
        for (var own : RuleFunctions.all()) {
            builder.addFunctionDeclarations(own.declaration()).addFunctionBindings(own.binding());
        }
        this.cel = builder.build();
    }

    /** Null after a problem was noted. */
    @Nullable
    CompiledRule compile(Rule rule) {
        var names = new HashMap<String, CelType>();
        var parameters = new HashMap<String, Object>();
        rule.formula().parameters().forEach((name, value) -> {
            names.put(name, type(value));
            parameters.put(name, trades.inParameter(value));
        });
        var measure = rule.formula().measure().isEmpty()
                ? null
                : compile(rule.node().at("measure"), rule.formula().measure(), names, SimpleType.INT);
        if (!rule.formula().measure().isEmpty()) {
            names.put(Vocabulary.MEASURE, SimpleType.INT);
        }
        var when = compile(
                rule.judged() ? rule.node().at("when") : rule.node(),
                rule.formula().when(),
                names,
                SimpleType.BOOL);
        if (when == null || measure == null && !rule.formula().measure().isEmpty()) {
            return null;
        }
        var used = new HashSet<>(when.names);
        if (measure != null) {
            used.addAll(measure.names);
        }
        return new CompiledRule(
                rule, when.program, measure == null ? null : measure.program, Map.copyOf(parameters), Set.copyOf(used));
    }

    private @Nullable Compiled compile(Node node, String text, Map<String, CelType> names, CelType wanted) {
        var compiler = cel.toCompilerBuilder();
        names.forEach(compiler::addVar);
        var result = compiler.build().compile(text);
        if (result.hasError()) {
            result.getErrors().forEach(issue -> problems.add(told(node, issue)));
            return null;
        }
        try {
            var ast = result.getAst();
            if (!wanted.isAssignableFrom(ast.getResultType())) {
                problems.add(node, wanted.equals(SimpleType.BOOL) ? "此式的结果应为“是”或“否”，请补上比较。" : "此式的结果应为整数，请核对。");
                return null;
            }
            return new Compiled(cel.createProgram(ast), names(ast));
        } catch (CelValidationException | CelEvaluationException refused) {
            problems.add(node, "此式不能执行，请核对书写。");
            return null;
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree ast) {
        var names = new HashSet<String>();
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(node -> names.add(node.expr().ident().name()));
        return names;
    }

    private static CelType type(Object parameter) {
        return switch (parameter) {
            case Long number -> SimpleType.INT;
            case Boolean flag -> SimpleType.BOOL;
            case Days days -> Vocabulary.DATE;
            case List<?> list -> ListType.create(SimpleType.STRING);
            default -> SimpleType.STRING;
        };
    }

    /** CEL counts lines from 1 and columns from 0. */
    private static Problem told(Node node, CelIssue issue) {
        var place = issue.getSourceLocation();
        int line = node.line() + Math.max(0, place.getLine() - 1);
        return new Problem(
                node.file(),
                line,
                node.path(),
                "第" + (place.getColumn() + 1) + "字处：" + CelSentences.of(issue.getMessage()));
    }
}
