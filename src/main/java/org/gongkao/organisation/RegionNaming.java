package org.gongkao.organisation;

import java.util.List;
import org.gongkao.cycle.RegionNames;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** Names the regions that year packages and amendments carry as codes. */
@Component
class RegionNaming implements RegionNames {

    private final Organisation organisation;

    RegionNaming(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public String name(String regionCode) {
        return organisation.findRegion(regionCode).map(Region::name).orElse(regionCode);
    }

    @Override
    public List<Option> within(String regionCode) {
        return organisation.regionsOf(regionCode).stream()
                .map(region -> Option.of(region.code(), region.name()))
                .toList();
    }
}
