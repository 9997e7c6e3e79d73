package org.gongkao.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkao.cycle.PublishedPackages.InForce;
import org.gongkao.cycle.PublishedPackages.Published;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything in force at one look, with each combination of package and amendments parsed once. */
final class CyclesInForce {

    static final CyclesInForce NONE = new CyclesInForce("-", List.of(), List.of(), null);

    private static final Logger LOG = LoggerFactory.getLogger(CyclesInForce.class);

    private record Parsed(Published row, ReadPackage read) {}

    private final String stamp;
    private final List<Parsed> packages;
    private final List<InForce> amendments;
    private final @Nullable PackageReader reader;
    private final Map<String, Cycle> cycles = new ConcurrentHashMap<>();

    private CyclesInForce(
            String stamp, List<Parsed> packages, List<InForce> amendments, @Nullable PackageReader reader) {
        this.stamp = stamp;
        this.packages = packages;
        this.amendments = amendments;
        this.reader = reader;
    }

    static CyclesInForce load(String stamp, PublishedPackages published, PackageReader reader) {
        var packages = new ArrayList<Parsed>();
        for (var row : published.packages()) {
            var read = reader.readPublished(row.base(), row.overlay());
            if (!read.faultless()) {
                LOG.error(
                        "Package {} was published but does not read; its faulty fields have no effect: {}",
                        row.id(),
                        read.problems());
            }
            packages.add(new Parsed(row, read));
        }
        return new CyclesInForce(stamp, packages, published.amendments(), reader);
    }

    String stamp() {
        return stamp;
    }

    Optional<Cycle> current(Instant now) {
        return latest(packages, now).map(found -> cycle(found, found.row().region(), now));
    }

    /** The package written for the smallest region that holds the agency; an agency above them all gets the latest. */
    Optional<Cycle> current(String agencyCode, Instant now) {
        var own = packages.stream()
                .filter(one -> Regions.covers(one.row().region(), agencyCode))
                .toList();
        return latest(own.isEmpty() ? packages : own, now).map(found -> cycle(found, agencyCode, now));
    }

    Optional<Cycle> of(long packageId, String agencyCode, Instant now) {
        return packages.stream()
                .filter(one -> one.row().id() == packageId)
                .findFirst()
                .map(found -> cycle(found, agencyCode, now));
    }

    Optional<Amendment> amendment(long id) {
        return amendments.stream()
                .map(InForce::told)
                .filter(one -> one.id() == id)
                .findFirst()
                .map(this::inWords);
    }

    List<Amendment> amendments(String lineRegion, int year) {
        return amendments.stream()
                .filter(one -> one.lineRegion().equals(lineRegion) && one.told().year() == year)
                .map(one -> inWords(one.told()))
                .toList();
    }

    /** In the words of the package that it changes. */
    private Amendment inWords(Amendment raw) {
        return packages.stream()
                .filter(one -> one.row().id() == raw.packageId())
                .findFirst()
                .filter(one -> reader != null)
                .map(one -> raw.with(new FieldWords(
                                java.util.Objects.requireNonNull(reader),
                                one.read().root())
                        .of(raw.changes())))
                .orElse(raw);
    }

    /** Of those whose time has come the last; before any has, the first; archived ones only when nothing else is left. */
    private static Optional<Parsed> latest(List<Parsed> packages, Instant now) {
        var standing = packages.stream()
                .filter(one -> one.row().state().equals("PUBLISHED"))
                .toList();
        var open = standing.isEmpty() ? packages : standing;
        var order = Comparator.<Parsed, Instant>comparing(
                        one -> one.read().header().currentFrom())
                .thenComparing(one -> one.row().region().length())
                .thenComparing(one -> one.row().version());
        return open.stream()
                .filter(one -> !one.read().header().currentFrom().isAfter(now))
                .max(order)
                .or(() -> open.stream().min(order));
    }

    /** Without an agency it is the region as a whole that is asked about. */
    private Cycle cycle(Parsed from, String askedFor, Instant now) {
        var agencyCode = askedFor.isEmpty() ? from.row().region() : askedFor;
        var applying = new ArrayList<InForce>();
        var key = new StringBuilder().append(from.row().id());
        for (var amendment : amendments) {
            var told = amendment.told();
            if (amendment.lineRegion().equals(from.row().region())
                    && told.year() == from.row().year()
                    && told.version() > from.row().version()
                    && Regions.covers(told.regionCode(), agencyCode)
                    && !told.effectiveAt().isAfter(now)) {
                applying.add(amendment);
                key.append(',').append(told.id());
            }
        }
        return cycles.computeIfAbsent(key.toString(), none -> build(from, applying));
    }

    private Cycle build(Parsed from, List<InForce> applying) {
        var row = from.row();
        return amended(row.id(), row.version(), row.hash(), from.read(), applying, reader);
    }

    /** A package with amendments, in the order of their versions. */
    static Cycle amended(
            long id,
            int published,
            String publishedHash,
            ReadPackage whole,
            List<InForce> applying,
            @Nullable PackageReader reader) {
        if (applying.isEmpty() || reader == null) {
            return new Cycle(id, published, publishedHash, whole.header(), whole.sections());
        }
        var changed = new LinkedHashMap<String, String>();
        int version = published;
        var hash = publishedHash;
        for (var amendment : applying) {
            changed.putAll(amendment.changed());
            version = Math.max(version, amendment.told().version());
            hash = ContentHash.of(
                    hash,
                    Integer.toString(amendment.told().version()),
                    amendment.changed().toString());
        }
        var read = reader.reread(whole.root(), changed);
        if (!read.faultless()) {
            LOG.error(
                    "Package {} with amendments up to version {} does not agree with itself: {}",
                    id,
                    version,
                    read.problems());
        }
        return new Cycle(id, version, hash, read.header(), read.sections());
    }
}
