package org.gongkao.cycle;

import org.gongkao.shared.BusinessClock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** 随附方案发布。Publishes, before the first request, every shipped package that this database has never had. */
@Component
public class ShippedPackages implements SmartInitializingSingleton {

    private final PublishedPackages published;
    private final PackageReader reader;
    private final Cycles cycles;
    private final BusinessClock clock;

    ShippedPackages(PublishedPackages published, PackageReader reader, Cycles cycles, BusinessClock clock) {
        this.published = published;
        this.reader = reader;
        this.cycles = cycles;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        publishMissing();
    }

    /** Also for tests, after they have emptied the database. */
    public void publishMissing() {
        for (var shipped : ShippedPackage.values()) {
            var base = shipped.baseText();
            var overlay = shipped.overlayText();
            var read = reader.readPublished(base, overlay);
            if (!read.faultless()) {
                throw new IllegalStateException(shipped + " is faulty: " + read.problems());
            }
            published.publishFirst(read.header(), base, overlay, ContentHash.of(base, overlay), clock.instant());
        }
        cycles.lookAgain();
    }
}
