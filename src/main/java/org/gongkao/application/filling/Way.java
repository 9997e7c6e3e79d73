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

    /** 所在一步。The step at which a file stands, or stood when it ended; what is said of an end, where that is known. */
    private record Here(int at, ApplicationState state, String end) {}

    /** {@code givenBack}: what was paid has gone back whole. */
    List<Step> of(Application application, Cycle cycle, boolean givenBack) {
        var filing = application.filing();
        var route = filing == null || application.state() == ApplicationState.DRAFT
                ? routing.route(application.unitCode(), cycle)
                : filing.route();
        var acts = history.of(application);
        var here = here(application, acts, route.size());
        var steps = new ArrayList<Step>();
        steps.add(step(0, here, "填报", here.at() == 0 ? "正在填写" : "已完成"));
        steps.add(step(1, here, "提交", submitted(application, here)));
        for (int tier = 0; tier < route.size(); tier++) {
            steps.add(review(route.get(tier), tier, here, acts));
        }
        for (int i = 0; i < LATER.size(); i++) {
            int at = 2 + route.size() + i;
            var label = i == 0
                    ? LATER.get(i)[0] + " " + cycle.section(FeeSchedule.class).fee(application.level())
                    : LATER.get(i)[0];
            steps.add(step(at, here, label, at < here.at() ? "已完成" : LATER.get(i)[1]));
        }
        return givenBack ? takenBack(steps, 2 + route.size()) : steps;
    }

    /** Nobody is paid by a fee that has gone back: the way ends at it, and goes no further. */
    private static List<Step> takenBack(List<Step> steps, int fee) {
        var label = steps.get(fee).label();
        steps.set(fee, new Step(Sign.UNMET, label + "：已退费", "费用已全额退回，不再算已缴费"));
        steps.replaceAll(step -> step.sign() == Sign.NOW ? new Step(Sign.REST, step.label(), step.note()) : step);
        return steps;
    }

    private static Here here(Application application, List<History.Entry> acts, int tiers) {
        var state = application.state();
        var stood = stood(application, acts);
        int at = switch (stood) {
            case DRAFT -> state == ApplicationState.LAPSED && application.filing() != null ? 1 : 0;
            case IN_REVIEW -> 2 + application.progress().tier();
            case RETURNED, REJECTED, OBJECTED, REJECTED_FINALLY ->
                2 + application.progress().sentBackBy();
            case PAYMENT_DUE -> 2 + tiers;
            case PAID -> 3 + tiers;
            case WITHDRAWN, LAPSED, CANCELLED, FORFEITED -> application.filing() == null ? 0 : 1;
        };
        return new Here(
                at,
                state,
                switch (state) {
                    case LAPSED -> missed(stood);
                    case FORFEITED -> "承诺后补的材料到期未补交";
                    default -> "";
                });
    }

    /** Where a file stood when it was given up, taken away, or ended by what it missed; any other stands where it is. */
    private static ApplicationState stood(Application application, List<History.Entry> acts) {
        var state = application.state();
        return switch (state) {
            case WITHDRAWN, LAPSED, CANCELLED, FORFEITED ->
                acts.reversed().stream()
                        .filter(act -> act.toState().equals(state.name()))
                        .findFirst()
                        .map(act -> ApplicationState.valueOf(act.fromState()))
                        .orElse(state);
            default -> state;
        };
    }

    /** What a lapsed file did not do in time. */
    String missed(Application application) {
        return missed(stood(application, history.of(application)));
    }

    private static String missed(ApplicationState stood) {
        return switch (stood) {
            case PAYMENT_DUE -> "审查已通过，没有在截止前缴费";
            case RETURNED -> "退回后没有在期限内改正";
            case DRAFT -> "没有在报名截止前提交";
            default -> "填写的内容仍可查看";
        };
    }

    private static Step step(int at, Here here, String label, String note) {
        if (at < here.at()) {
            return new Step(Sign.MET, label, note);
        }
        if (at > here.at()) {
            return new Step(Sign.REST, label, note);
        }
        var stopped = label + "：" + here.state().forWorker();
        return switch (here.state()) {
            case RETURNED, REJECTED, REJECTED_FINALLY -> new Step(Sign.UNMET, stopped, note);
            case WITHDRAWN, LAPSED, CANCELLED, FORFEITED -> new Step(Sign.UNMET, stopped, here.end());
            default -> new Step(Sign.NOW, label, note);
        };
    }

    private static String submitted(Application application, Here here) {
        var filing = application.filing();
        return filing == null || here.at() < 2
                ? "报名截止前"
                : shortly(filing.submittedAt()) + "，申报编号 " + application.number();
    }

    private Step review(Office office, int tier, Here here, List<History.Entry> acts) {
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
        var note = 2 + tier > here.at() || last.isEmpty()
                ? name
                : shortly(last.get().at()) + "，" + last.get().label();
        return step(2 + tier, here, label, note);
    }

    /** 3月14日 09:42. */
    static String shortly(Instant at) {
        var words = Shanghai.minute(at);
        return words.substring(words.indexOf('年') + 1);
    }

    /** The newest that was done with it: a decision was revoked, and the file stands again where it stood. */
    boolean isReinstated(Application application) {
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
