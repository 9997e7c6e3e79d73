package org.gongkao.cycle;

import java.util.List;
import org.gongkao.cycle.PublishedPackages.InForce;
import org.springframework.stereotype.Component;

/** 现行文本。A published package with everything confirmed for a region, read anew from the database: what an amendment changes. */
@Component
class StandingTexts {

    private final PublishedPackages published;
    private final PackageReader reader;

    StandingTexts(PublishedPackages published, PackageReader reader) {
        this.published = published;
        this.reader = reader;
    }

    /** With every amendment confirmed for the region, also those whose time is still to come. */
    ReadPackage of(YearPackage of, String region) {
        return upTo(of, region, Integer.MAX_VALUE);
    }

    /** The smaller regions within one that have amendments of their own. */
    List<String> amendedWithin(YearPackage of, String region) {
        return published.amendments().stream()
                .filter(one -> one.lineRegion().equals(of.region()))
                .map(InForce::told)
                .filter(told -> told.year() == of.year() && of.version() != null && told.version() > of.version())
                .map(Amendment::regionCode)
                .filter(code -> !code.equals(region) && Regions.covers(region, code))
                .distinct()
                .toList();
    }

    /** As it stood when the version with this number was the last. */
    ReadPackage upTo(YearPackage of, String region, int version) {
        var read = reader.readPublished(of.baseText(), of.overlayText());
        for (var amendment : published.amendments()) {
            var told = amendment.told();
            if (amendment.lineRegion().equals(of.region())
                    && told.year() == of.year()
                    && of.version() != null
                    && told.version() > of.version()
                    && told.version() <= version
                    && Regions.covers(told.regionCode(), region)) {
                read = reader.reread(read.root(), amendment.changed());
            }
        }
        return read;
    }
}
