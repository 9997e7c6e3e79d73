package org.gongkao.cycle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import org.gongkao.cycle.PublishedPackages.InForce;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 对照方案库。Packages that stored files are held against to see what would come out otherwise: drafts before they are published,
 * and published ones with every amendment that was confirmed, also those whose time is still to come.
 */
@Component
public class ComparedPackages {

    /** One for each region with amendments of its own. */
    private static final int AT_ONCE = 64;

    private final YearPackages packages;
    private final PublishedPackages published;
    private final PackageReader reader;
    private final Cache<String, Cycle> cycles =
            Caffeine.newBuilder().maximumSize(AT_ONCE).build();

    ComparedPackages(YearPackages packages, PublishedPackages published, PackageReader reader) {
        this.packages = packages;
        this.published = published;
        this.reader = reader;
    }

    /** Refused to who may not see it, for an archived one and for a draft that has faults. */
    public ComparedPackage get(long id, Actor by) {
        var one = packages.get(id, by);
        if (one.state() == CycleState.ARCHIVED) {
            throw new Refusal(CycleRefusal.NOT_IN_THIS_STATE, one.state().label(), "用来复评");
        }
        if (one.state() == CycleState.DRAFTED) {
            int problems = read(one).problems().size();
            if (problems > 0) {
                throw new Refusal(CycleRefusal.FAULTY_TO_COMPARE, problems);
            }
        }
        int upTo = amendments(one, Integer.MAX_VALUE).stream()
                .mapToInt(amendment -> amendment.told().version())
                .max()
                .orElse(0);
        return new ComparedPackage(one.id(), one.year(), one.region(), one.title(), one.hash(), upTo);
    }

    /** How it holds for the people of an agency, by the agency's code; refused when the draft was revised since. */
    public Function<String, Cycle> rules(ComparedPackage of, Actor by) {
        var one = packages.get(of.packageId(), by);
        if (!one.hash().equals(of.hash())) {
            throw new Refusal(CycleRefusal.REVISED_SINCE);
        }
        var amendments = amendments(one, of.upTo());
        return agencyCode -> cycle(
                one,
                amendments.stream()
                        .filter(amendment -> Regions.covers(amendment.told().regionCode(), agencyCode))
                        .toList());
    }

    private Cycle cycle(YearPackage one, List<InForce> applying) {
        var key = one.hash()
                + applying.stream()
                        .map(amendment -> "," + amendment.told().id())
                        .toList();
        return cycles.get(key, none -> {
            int version = one.version() == null ? 0 : one.version();
            return CyclesInForce.amended(one.id(), version, one.hash(), read(one), applying, reader);
        });
    }

    /** Of the line that it belongs to, those after its own publication; a draft says all itself. */
    private List<InForce> amendments(YearPackage one, int upTo) {
        var version = one.version();
        return version == null
                ? List.of()
                : published.amendments().stream()
                        .filter(amendment -> amendment.lineRegion().equals(one.region())
                                && amendment.told().year() == one.year()
                                && amendment.told().version() > version
                                && amendment.told().version() <= upTo)
                        .toList();
    }

    private ReadPackage read(YearPackage one) {
        return one.state() == CycleState.DRAFTED
                ? reader.read(one.baseText(), one.overlayText())
                : reader.readPublished(one.baseText(), one.overlayText());
    }
}
