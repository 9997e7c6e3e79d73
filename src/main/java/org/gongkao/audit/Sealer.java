package org.gongkao.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** 封存节拍。Seals each second, and once more at the end, when the web server has let its last request go. */
@Component
@ConditionalOnProperty(name = "verify-audit", havingValue = "false", matchIfMissing = true)
@EnableScheduling
class Sealer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final Sealing sealing;
    private final Strangers strangers;
    private volatile boolean running;

    Sealer(Sealing sealing, Strangers strangers) {
        this.sealing = sealing;
        this.strangers = strangers;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void eachSecond() {
        if (running) {
            strangers.closeTheMinute();
            sealAll();
        }
    }

    private void sealAll() {
        try {
            int sealed;
            do {
                sealed = sealing.seal();
            } while (sealed == Sealing.AT_ONCE);
        } catch (DataAccessException | TransactionException failed) {
            log.warn(
                    "Audit lines were not sealed this time; they stand in the table and the next round takes them.",
                    failed);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        strangers.close();
        sealAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Lower than the web server's, so that this stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
