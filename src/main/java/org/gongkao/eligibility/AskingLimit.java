package org.gongkao.eligibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.gongkao.shared.MachineClock;
import org.springframework.stereotype.Component;

/**
 * How much one address may ask in a minute, on this node. Counted in memory: what is asked is not stored anywhere, and a
 * limit that cost a transaction would weigh more than the answer. An office's network is one address for forty colleagues.
 */
@Component
class AskingLimit {

    /** Verdicts on the page, and verdicts by the interface, in a minute. */
    static final int PAGES = 60;

    static final int VERDICTS = 10_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 50_000;

    private final MachineClock clock;
    private final Cache<String, Bucket> pages = buckets();
    private final Cache<String, Bucket> verdicts = buckets();

    AskingLimit(MachineClock clock) {
        this.clock = clock;
    }

    /** How long this address has to wait for another page; nothing when it may have it. */
    Optional<Duration> page(String address) {
        return take(pages.get(address, first -> bucket(PAGES)), 1);
    }

    /** The same for so many verdicts by the interface. */
    Optional<Duration> verdicts(String address, int count) {
        return take(verdicts.get(address, first -> bucket(VERDICTS)), count);
    }

    private static Optional<Duration> take(Bucket bucket, int count) {
        var probe = bucket.tryConsumeAndReturnRemaining(count);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds()));
    }

    private Bucket bucket(int capacity) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillIntervally(capacity, MINUTE))
                .withCustomTimePrecision(new MachineTime(clock))
                .build();
    }

    /** A bucket that nobody touched for a minute is full again and can go. */
    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(MINUTE.plusSeconds(1))
                .build();
    }

    private record MachineTime(MachineClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
