package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Assistances;
import org.gongkao.application.History;
import org.gongkao.application.Routing;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.gongkao.shared.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 办理进度。A file's way from filling in to the certificate, as its worker sees it. */
@Component
class Way {

    private static final List<String[]> LATER = List.of(
            new String[] {"网上缴费", "审查通过后"},
            new String[] {"核实花名册", "由单位盖章报送"},
            new String[] {"准考证、人机对话考试", "7月—11月"},
            new String[] {"结果公示、办理证书", "11月—12月"});

    private final Routing routing;
    private final Organisation organisation;
    private final History history;
    private final Assistances assistances;

    Way(Routing routing, Organisation organisation, History history, Assistances assistances) {
        this.routing = routing;
        this.organisation = organisation;
        this.history = history;
        this.assistances = assistances;
    }

    List<Step> of(Application application, Cycle cycle) {
        var filing = application.filing();
        var route = filing == null || application.state() == ApplicationState.DRAFT
                ? routing.route(application.unitCode(), cycle)
                : filing.route();
        var acts = history.of(application);
        int here = here(application, route.size());
        var steps = new ArrayList<Step>();
        steps.add(step(0, here, application, "填报", here == 0 ? "正在填写" : "已完成"));
        steps.add(step(1, here, application, "提交", submitted(application, here)));
        for (int tier = 0; tier < route.size(); tier++) {
            steps.add(review(application, route.get(tier), tier, here, acts));
        }
        for (int i = 0; i < LATER.size(); i++) {
            int at = 2 + route.size() + i;
            var label = i == 0
                    ? LATER.get(i)[0] + " " + cycle.section(FeeSchedule.class).fee(application.level())
                    : LATER.get(i)[0];
            steps.add(step(at, here, application, label, at < here ? "已完成" : LATER.get(i)[1]));
        }
        return steps;
    }

    /** The index of the step at which the file stands. */
    private static int here(Application application, int tiers) {
        return switch (application.state()) {
            case DRAFT -> 0;
            case IN_REVIEW -> 2 + application.progress().tier();
            case RETURNED, REJECTED, OBJECTED, REJECTED_FINALLY ->
                2 + application.progress().sentBackBy();
            case PAYMENT_DUE -> 2 + tiers;
            case PAID -> 3 + tiers;
            case WITHDRAWN, LAPSED, CANCELLED, FORFEITED -> application.filing() == null ? 0 : 1;
        };
    }

    private static Step step(int at, int here, Application application, String label, String note) {
        if (at < here) {
            return new Step(Sign.MET, label, note);
        }
        if (at > here) {
            return new Step(Sign.REST, label, note);
        }
        return switch (application.state()) {
            case RETURNED, REJECTED, REJECTED_FINALLY ->
                new Step(Sign.UNMET, label + "：" + application.state().forWorker(), note);
            case WITHDRAWN, LAPSED, CANCELLED, FORFEITED ->
                new Step(Sign.UNMET, label + "：" + application.state().forWorker(), "");
            default -> new Step(Sign.NOW, label, note);
        };
    }

    private static String submitted(Application application, int here) {
        var filing = application.filing();
        return filing == null || here < 2 ? "报名截止前" : shortly(filing.submittedAt()) + "，申报编号 " + application.number();
    }

    private Step review(Application application, Office office, int tier, int here, List<History.Entry> acts) {
        var label = switch (office.kind()) {
            case UNIT -> "单位审核";
            case DEPARTMENT -> "主管部门同意";
            case AGENCY -> "资格审查";
        };
        var name = organisation.officeName(office);
        var last = acts.reversed().stream()
                .filter(act ->
                        office.toString().equals(act.office()) && !act.act().equals(Act.CORRECT.name()))
                .findFirst();
        var note = 2 + tier > here || last.isEmpty()
                ? name
                : shortly(last.get().at()) + "，" + last.get().label();
        return step(2 + tier, here, application, label, note);
    }

    /** 3月14日 09:42. */
    static String shortly(Instant at) {
        var words = Shanghai.minute(at);
        return words.substring(words.indexOf('年') + 1);
    }

    /** The newest that was done with it: a revoked decision gave it back. */
    boolean isGivenBack(Application application) {
        return history.of(application).reversed().stream()
                .findFirst()
                .map(act -> act.act().equals(Act.REINSTATE.name()))
                .orElse(false);
    }

    /** Who sent it back. */
    String lastOffice(Application application) {
        return history.of(application).reversed().stream()
                .filter(act -> act.office() != null)
                .findFirst()
                .map(act -> officeName(act.office()))
                .orElse("");
    }

    private String officeName(@Nullable String office) {
        return office == null ? "" : organisation.officeName(Office.parse(office));
    }

    /** 审核结果: who did not let it pass, why and by which clause; empty while nothing of the kind stands. */
    List<Line> decision(Application application) {
        if (application.state() != ApplicationState.REJECTED
                && application.state() != ApplicationState.OBJECTED
                && application.state() != ApplicationState.REJECTED_FINALLY) {
            return List.of();
        }
        return history.of(application).reversed().stream()
                .filter(act -> !act.clause().isBlank())
                .findFirst()
                .map(act -> List.of(
                        new Line("审核机构", officeName(act.office())),
                        new Line("结果", act.label()),
                        new Line("理由", act.reason()),
                        new Line("依据", act.clause())))
                .orElse(List.of());
    }

    /** 办理记录, the newest first, with what the unit filled in. */
    List<Line> history(Application application) {
        var acts = history.of(application).stream().map(act -> Map.entry(act.at(), words(act)));
        var assisted = assistances.of(application).stream()
                .map(one -> Map.entry(one.begunAt(), one.words(officeName(one.office()))));
        return Stream.concat(acts, assisted)
                .sorted(Map.Entry.<Instant, String>comparingByKey().reversed())
                .map(line -> new Line(shortly(line.getKey()), line.getValue()))
                .toList();
    }

    private String words(History.Entry act) {
        var who = act.office() == null ? "" : officeName(act.office()) + "：";
        var why = act.reason().isBlank() ? "" : "。" + act.reason();
        var clause = act.clause().isBlank() ? "" : "（依据：" + act.clause() + "）";
        return who + act.label() + why + clause;
    }
}
