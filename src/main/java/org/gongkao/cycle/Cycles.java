package org.gongkao.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 年度计划库。Which cycle holds, for whom and when. Kept in memory: looks at most once a second whether anything was published
 * elsewhere, and at once after a publication here.
 */
@Component
public class Cycles {

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final PublishedPackages published;
    private final PackageReader reader;
    private final AtomicLong publications = new AtomicLong(1);
    private volatile Look last = new Look(CyclesInForce.NONE, 0, 0);

    /** What was found, when, and how many publications of this program it counted: a later one makes it old at once. */
    private record Look(CyclesInForce found, long publications, long nanos) {}

    Cycles(PublishedPackages published, PackageReader reader) {
        this.published = published;
        this.reader = reader;
    }

    /** The year that is current, for the region as a whole. */
    public Cycle current(Instant now) {
        return find(now).orElseThrow(() -> new Refusal(CycleRefusal.NONE_PUBLISHED));
    }

    /** The year that is current for the people whom this agency answers for. */
    public Cycle current(String agencyCode, Instant now) {
        return find(agencyCode, now).orElseThrow(() -> new Refusal(CycleRefusal.NONE_PUBLISHED));
    }

    /** The same, where no year may have been published yet. */
    public Optional<Cycle> find(String agencyCode, Instant now) {
        return inForce().current(agencyCode, now);
    }

    /** The package with which a file began, with the amendments in force since, for the agency that answers for it. */
    public Cycle of(long packageId, String agencyCode, Instant now) {
        return inForce()
                .of(packageId, agencyCode, now)
                .orElseThrow(() -> new IllegalArgumentException("no published package " + packageId));
    }

    public Optional<Cycle> find(Instant now) {
        return inForce().current(now);
    }

    /** A confirmed amendment, to tell those concerned. */
    public Optional<Amendment> amendment(long id) {
        return inForce().amendment(id);
    }

    /** All amendments confirmed for a cycle's year, for every region, also those whose time is still to come. */
    public List<Amendment> amendments(Cycle cycle) {
        return inForce().amendments(cycle.regionCode(), cycle.year());
    }

    /** Called after anything was published or confirmed here. */
    void lookAgain() {
        publications.incrementAndGet();
    }

    /** Called by an act that publishes or confirms: what it wrote is there for others when its transaction has committed. */
    void lookAgainAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lookAgain();
            }
        });
    }

    // Two requests may load at the same time; they load the same, and whoever counted fewer publications is not
    // believed.
    private CyclesInForce inForce() {
        var known = last;
        long counted = publications.get();
        long nanos = System.nanoTime();
        if (known.publications() == counted && nanos - known.nanos() < LOOK_AGAIN_NANOS) {
            return known.found();
        }
        var stamp = published.stamp();
        var found = stamp.equals(known.found().stamp()) ? known.found() : CyclesInForce.load(stamp, published, reader);
        last = new Look(found, counted, nanos);
        return found;
    }
}
