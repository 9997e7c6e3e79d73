package org.gongkao.file;

import java.util.regex.Pattern;

/** The name a file bore on the sender's side, made fit to be shown and to be a download's name. */
final class Names {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]");
    private static final int LONGEST = 100;

    private Names() {}

    /** Without folders and unfit signs, not over-long, and with the extension of what it really is. */
    static String clean(String name, FileType type) {
        int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        var bare = UNFIT.matcher(name.substring(folder + 1)).replaceAll("").strip();
        int dot = bare.lastIndexOf('.');
        var stem = dot > 0 ? bare.substring(0, dot) : dot == 0 ? "" : bare;
        if (stem.isBlank()) {
            stem = "未命名";
        }
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
        }
        return stem + "." + type.extension();
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip();
    }
}
