package org.gongkao.application.filling;

import org.gongkao.application.ApplicationState;
import org.gongkao.payment.ChargeView;
import org.jspecify.annotations.Nullable;

/** What a worker's home says of the file's fee: where it is paid, or why nothing of it is the worker's to do now. */
record Fee(ApplicationState state, @Nullable ChargeView charge) {

    /** Where the fee, its receipt and its refund stand, once there is one; empty before. */
    String path() {
        return charge == null ? "" : charge.path();
    }

    /** Where the worker pays; empty while there is none to pay, the unit pays, or finance looks at what came. */
    String payAt() {
        return state == ApplicationState.PAYMENT_DUE && charge != null && charge.isAsked() ? path() : "";
    }

    /** 网上缴费 ¥365.00. */
    String asked() {
        return "网上缴费" + (charge == null ? "" : " " + charge.amount());
    }

    boolean isByUnit() {
        return state == ApplicationState.PAYMENT_DUE && charge != null && charge.byUnit() && !isInDoubt();
    }

    boolean isInDoubt() {
        return state == ApplicationState.PAYMENT_DUE && charge != null && charge.isInDoubt();
    }

    boolean isGivenBack() {
        return state == ApplicationState.PAID && charge != null && charge.isGivenBack();
    }

    /** What is to be known of it: why it is asked for once more, or why there is nothing to pay; empty else. */
    String told() {
        if (isByUnit()) {
            return "单位正在为您统一缴费，您不用另外付款。单位付清后就算报名成功；单位放弃统一缴费的，由您自行缴纳。";
        }
        if (isInDoubt()) {
            return "到账的款项与缴费单不一致，财务人员正在核实，请不要重复缴费。核实期间不会按逾期处理，应缴和到账的金额见缴费单。";
        }
        if (charge == null) {
            return "";
        }
        if (!payAt().isEmpty()) {
            return charge.whyAgain();
        }
        if (charge.givenBack().fen() == 0) {
            return "";
        }
        return isGivenBack()
                ? charge.givenBack() + " 已全额原路退回。今年的报名不再算已缴费，不列入单位花名册，不能参加今年考核。"
                : "已缴 " + charge.amount() + "，已退回 " + charge.givenBack() + "。";
    }
}
