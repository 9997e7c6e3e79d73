package org.gongkao.file;

import java.nio.file.Path;

/**
 * 安全检查。Looks for harmful content before a file is taken. Without a bean of this type nothing is scanned, and the file's
 * row says so: {@code scanned_by} stays empty.
 */
public interface Scanner {

    /** 检查结论。A scanner that cannot answer refuses the upload; it never lets it pass. */
    enum Finding {
        CLEAN,
        HARMFUL,
        NO_ANSWER
    }

    /** Its name and version, kept with the file. */
    String name();

    Finding scan(Path content);
}
