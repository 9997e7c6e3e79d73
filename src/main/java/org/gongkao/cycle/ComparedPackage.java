package org.gongkao.cycle;

/**
 * 对照方案。A drafted or published package as somebody took it to compare with: the text by its hash, the amendments up to one
 * version. What is revised or confirmed afterwards does not change what it stands for.
 */
public record ComparedPackage(long packageId, int year, String regionCode, String title, String hash, int upTo) {

    /** What the codes of all agencies in its region begin with. */
    public String stem() {
        return Regions.stem(regionCode);
    }
}
