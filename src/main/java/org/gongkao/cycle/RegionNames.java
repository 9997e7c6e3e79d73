package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Option;

/** 行政区划名称。Names for the codes that packages and amendments carry; given by the module that knows regions. */
public interface RegionNames {

    /** The name of a region, or its code when nobody knows it. */
    String name(String regionCode);

    /** A region and what lies in it, to choose from. */
    List<Option> within(String regionCode);
}
