package org.gongkao.payment.close;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 核验结果。What {@code --verify-payments} would say, for tests of what moved the money. */
@Component
@Profile("test")
public class PaymentFaults {

    private final CheckingPayments checking;

    PaymentFaults(CheckingPayments checking) {
        this.checking = checking;
    }

    public List<String> all() {
        return checking.faults();
    }
}
