package org.gongkao.application;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 复算命令。{@code --recompute-verdicts}, or {@code --recompute-verdicts=5000} for another number: makes a random sample of stored
 * verdicts again, says on standard output which came out otherwise and ends the program, with 0 when none did and 1 else.
 */
@Component
@ConditionalOnProperty("recompute-verdicts")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RecomputeCommand implements ApplicationRunner {

    private static final int SAMPLE = 1000;

    private final Recomputing recomputing;
    private final ApplicationContext context;

    RecomputeCommand(Recomputing recomputing, ApplicationContext context) {
        this.recomputing = recomputing;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var given = arguments.getOptionValues("recompute-verdicts");
        int most = given == null || given.isEmpty() || !given.getFirst().matches("\\d{1,7}")
                ? SAMPLE
                : Integer.parseInt(given.getFirst());
        var outcome = recomputing.recompute(most);
        System.out.println(outcome.sentence());
        System.exit(SpringApplication.exit(context, () -> outcome.same() ? 0 : 1));
    }
}
