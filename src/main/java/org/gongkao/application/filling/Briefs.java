package org.gongkao.application.filling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Promise;
import org.gongkao.application.Timing;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Charges;
import org.gongkao.sanction.Bar;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 三问。Where in the year, what is asked of the worker now, by when. */
@Component
class Briefs {

    private static final String NOTHING = "暂时不用您办理";

    private final Organisation organisation;
    private final Charges charges;
    private final Way way;

    Briefs(Organisation organisation, Charges charges, Way way) {
        this.organisation = organisation;
        this.charges = charges;
        this.way = way;
    }

    Fee fee(Application application) {
        return new Fee(application.state(), charges.lookUp(application.number()).orElse(null));
    }

    Brief beforeBeginning(Cycle cycle, Instant now) {
        var registration = cycle.window(Window.REGISTRATION);
        if (now.isBefore(registration.from())) {
            return new Brief(
                    cycle.name() + "报名未开始",
                    "",
                    NOTHING,
                    "可以先备好证书和档案材料",
                    Shanghai.date(Shanghai.day(registration.from())),
                    "开始网上注册报名");
        }
        if (registration.isOver(now)) {
            return new Brief("网上注册报名已截止", "您今年没有提交申报", NOTHING, "明年的安排以考务通知为准", "无", "");
        }
        return until("网上注册报名", "还没有开始填报", "选择等级和工种，开始填报", "填到一半可以停，内容会自动保存", registration.to(), now);
    }

    /** Barred, and nothing begun this year: when applying opens again, and where the decision and the appeal stand. */
    Brief barred(Bar bar) {
        return new Brief(
                "禁止申报期内", "处理决定 " + bar.decision(), NOTHING, "申诉途径见“处理与申辩”", Shanghai.deadline(bar.until()), "期满后可以申报");
    }

    Brief of(
            Application application,
            Timing timing,
            @Nullable Promise promise,
            List<Deferral> owed,
            Fee fee,
            int missing,
            int defects,
            int steps,
            int here,
            Instant now) {
        var place = "第 " + here + " 步，共 " + steps + " 步";
        var registration = timing.windows().apply(Window.REGISTRATION);
        return switch (application.state()) {
            case DRAFT -> {
                if (!now.isBefore(timing.registrationEnd())) {
                    yield new Brief("报名已截止，没有提交", "填写的内容仍可查看", NOTHING, "明年的安排以考务通知为准", "无", "");
                }
                yield missing > 0
                        ? until("填写申报", place, "还缺 " + missing + " 项，补齐后提交", "内容会自动保存", timing.registrationEnd(), now)
                        : until("填写申报", place, "都填好了，请确认并提交", "提交后单位开始审核", timing.registrationEnd(), now);
            }
            case IN_REVIEW -> inReview(application, place, timing, promise, now);
            case RETURNED -> {
                if (!now.isBefore(timing.correctionEnd())) {
                    yield new Brief("资格审查：退回修改", place, NOTHING, "补正时间已过", "无", "");
                }
                yield until("资格审查：退回修改", place, mending(defects, missing), "已填的内容都在，不用重填", timing.correctionEnd(), now);
            }
            case PAYMENT_DUE -> due(fee, place, timing.paymentEnd(), now);
            case PAID ->
                fee.isGivenBack()
                        ? new Brief("报名费用已退回", place, NOTHING, "今年的报名不再算已缴费", "无", "")
                        : paid(place, owed, now);
            case REJECTED -> {
                var until = timing.own().objectionUntil();
                yield until == null || !now.isBefore(until)
                        ? new Brief("资格审查：审核不通过", place, NOTHING, "理由和依据见下方", "无", "")
                        : until("资格审查：审核不通过", place, "如不同意，可以申诉一次", "由上一级机构复核", until, now);
            }
            case OBJECTED -> new Brief("申诉处理中", place, NOTHING, "由上一级机构复核", "无", "有结果会通知您");
            case REJECTED_FINALLY -> new Brief("资格审查：审核不通过", "已终结", NOTHING, "理由和依据见下方", "无", "");
            case WITHDRAWN ->
                registration.covers(now)
                        ? until("申报已撤销", "", "如要申报，可重新开始填报", "每人每年申报一次", registration.to(), now)
                        : new Brief("申报已撤销", "", NOTHING, "", "无", "");
            case FORFEITED -> new Brief("今年的申报已结束：承诺后补的材料到期未补交", "原因见办理记录", NOTHING, "已缴的费用按退费规定办理，见缴费单", "无", "");
            case CANCELLED -> new Brief("今年的申报已取消", "处理决定见办理记录", NOTHING, "申诉途径见“处理与申辩”；决定撤销后，申报自动恢复", "无", "");
            case LAPSED -> new Brief("今年的申报已失效", place, NOTHING, way.missed(application), "无", "");
        };
    }

    /** While the unit pays, or finance looks at what came, nobody is urged; the ask is back as soon as neither holds. */
    private static Brief due(Fee fee, String place, Instant end, Instant now) {
        var until = Shanghai.deadline(end);
        if (!now.isBefore(end)) {
            var who = fee.isByUnit() ? "单位在截止前已付款的" : "截止前已付款的";
            return new Brief("缴费已截止", place, NOTHING, who + "，确认后仍算报名成功", until, "已截止");
        }
        if (fee.isByUnit()) {
            return new Brief("审查通过，单位正在统一缴费", place, NOTHING, "单位付清后就算报名成功", until, "由单位在这之前付清");
        }
        if (fee.isInDoubt()) {
            return new Brief("审查通过，付款待核实", place, "等财务人员核实付款，不要重复缴费", "核实清楚后才算报名成功", until, "核实期间不会按逾期处理");
        }
        return until("审查通过，等您缴费", place, fee.asked(), "缴费后才算报名成功", end, now);
    }

    /** Paid, and what was promised is asked for as long as it can come. */
    private static Brief paid(String place, List<Deferral> owed, Instant now) {
        for (var promise : owed) {
            if (promise.state() == DeferralState.OPEN && now.isBefore(promise.dueAt())) {
                return until("报名成功，还差容缺材料", place, "补交：" + promise.label(), "逾期不能参加考核", promise.dueAt(), now);
            }
        }
        return owed.isEmpty()
                ? new Brief("报名成功", place, NOTHING, "单位核实花名册后等待培训和考试通知", "无", "")
                : new Brief("报名成功，容缺材料待审核", place, NOTHING, "审核结果会通知您", "无", "");
    }

    /** 预计何时审完: the promised day, and once that is broken, the day on which the review ends all the same. */
    private Brief inReview(
            Application application, String place, Timing timing, @Nullable Promise promise, Instant now) {
        var end = timing.reviewEnd();
        var where = "等待" + reviewing(application) + "审核";
        var told = "有结果会发短信和站内消息";
        if (promise != null && promise.pace() != Promise.Pace.LATE) {
            var note = "预计在这之前审完，承诺时限 " + promise.total() + " 个工作日";
            return new Brief(where, place, NOTHING, told, Shanghai.deadline(promise.due()), note);
        }
        var note = now.isBefore(end) ? "已超过承诺时限，最迟在这之前审完" : overdue(application);
        return new Brief(where, place, NOTHING, told, Shanghai.deadline(end), note);
    }

    private String reviewing(Application application) {
        var holder = application.progress().holder();
        return holder == null || holder.kind() == Office.Kind.UNIT ? "单位" : organisation.officeName(holder);
    }

    private static String mending(int defects, int missing) {
        if (defects > 0) {
            return "改正 " + defects + " 处，重新提交";
        }
        return missing > 0 ? "还缺 " + missing + " 项，补齐后重新提交" : "都改过了，请重新提交";
    }

    /** Whose silence it is and who acts now: the worker loses nothing by it. */
    private static String overdue(Application application) {
        var holder = application.progress().holder();
        return holder != null && holder.kind() == Office.Kind.AGENCY ? "已逾期，仍由该机构审核" : "已逾期，由工考管理机构另定期限";
    }

    private static Brief until(String where, String whereNote, String asked, String note, Instant end, Instant now) {
        return new Brief(where, whereNote, asked, note, Shanghai.deadline(end), left(end, now));
    }

    /** 还有 8 天; on the last day the hours. */
    static String left(Instant end, Instant now) {
        long days = ChronoUnit.DAYS.between(Shanghai.day(now), Shanghai.day(end.minusMillis(1)));
        if (days > 0) {
            return "还有 " + days + " 天";
        }
        long hours = ChronoUnit.HOURS.between(now, end);
        return hours > 0 ? "今天截止，还有 " + hours + " 小时" : "今天截止，不到 1 小时";
    }
}
