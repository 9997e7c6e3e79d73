package org.gongkao.payment.close;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 核验款项命令。{@code --verify-payments}: adds all money up anew, says each fault on standard output in one sentence and ends the
 * program, with 0 when there is none and 1 when there is one.
 */
@Component
@ConditionalOnProperty("verify-payments")
@Order(Ordered.HIGHEST_PRECEDENCE)
class VerifyPaymentsCommand implements ApplicationRunner {

    private final CheckingPayments checking;
    private final ApplicationContext context;

    VerifyPaymentsCommand(CheckingPayments checking, ApplicationContext context) {
        this.checking = checking;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var faults = checking.faults();
        System.out.println(faults.isEmpty() ? "款项核验完毕，没有发现问题。" : String.join(System.lineSeparator(), faults));
        System.exit(SpringApplication.exit(context, () -> faults.isEmpty() ? 0 : 1));
    }
}
