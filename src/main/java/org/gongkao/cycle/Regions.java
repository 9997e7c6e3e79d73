package org.gongkao.cycle;

/** How regions lie within each other, read from their codes: 410000 holds 410300, 410300 holds 410305. */
final class Regions {

    private Regions() {}

    static boolean covers(String region, String code) {
        return code.startsWith(stem(region));
    }

    static String stem(String region) {
        return region.endsWith("0000")
                ? region.substring(0, 2)
                : region.endsWith("00") ? region.substring(0, 4) : region;
    }
}
