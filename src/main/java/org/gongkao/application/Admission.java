package org.gongkao.application;

import java.time.Instant;
import org.gongkao.sanction.Bar;
import org.gongkao.shared.Shanghai;

/**
 * 后续资格。Whether a file may go on to what comes after the registration, admission ticket, seat, panel and certificate, or
 * why not. Who asks switches over the kinds; a new kind is then missed by no caller.
 */
public sealed interface Admission {

    /** What to say to the person or the office. */
    String sentence();

    /** 具备资格。Approved, paid and not barred. */
    record Admitted() implements Admission {
        @Override
        public String sentence() {
            return "已报名成功，可以参加后续考核。";
        }
    }

    /** 尚未完成报名。Still on its way: not approved or not paid. */
    record Unpaid(ApplicationState state) implements Admission {
        @Override
        public String sentence() {
            return "申报尚未完成（" + state.label() + "），审查通过并缴费后才能参加后续考核。";
        }
    }

    /** 容缺未补。Paid, and a promised material is not there or not accepted yet. */
    record Promised(String material, Instant due) implements Admission {
        @Override
        public String sentence() {
            return "容缺的“" + material + "”尚未补交并审核通过，须在 " + Shanghai.deadline(due) + " 前补交，逾期不能参加考核。";
        }
    }

    /** 费用已退。Paid, and the whole fee has gone back since: nobody is registered by it any more. */
    record GivenBack() implements Admission {
        @Override
        public String sentence() {
            return "报名费用已全额退回，不再算已缴费，不能参加后续考核。";
        }
    }

    /** 申报已结束。Withdrawn, lapsed, rejected for good, cancelled by a decision or forfeited by a broken promise. */
    record Ended(ApplicationState state) implements Admission {
        @Override
        public String sentence() {
            return "申报已结束（" + state.label() + "），不能参加后续考核。";
        }
    }

    /** 在禁止申报期内。Paid, and the person is barred. */
    record Barred(Bar bar) implements Admission {
        @Override
        public String sentence() {
            return "依据处理决定 " + bar.decision() + "，在 " + Shanghai.deadline(bar.until()) + " 前不能参加考核。";
        }
    }
}
