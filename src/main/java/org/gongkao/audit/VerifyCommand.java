package org.gongkao.audit;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 核验命令。{@code --verify-audit}: verifies the chain, says the outcome on standard output and ends the program, with 0
 * when the chain is whole and 1 when it is not.
 */
@Component
@ConditionalOnProperty("verify-audit")
@Order(Ordered.HIGHEST_PRECEDENCE)
class VerifyCommand implements ApplicationRunner {

    private final Verifying verifying;
    private final ApplicationContext context;

    VerifyCommand(Verifying verifying, ApplicationContext context) {
        this.verifying = verifying;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var finding = verifying.verify();
        System.out.println(finding.sentence());
        System.exit(SpringApplication.exit(context, () -> finding.whole() ? 0 : 1));
    }
}
