package org.gongkao.file;

import java.time.Instant;

/** 文件卡。What can be said of a file without opening it; width and height are 0 for what is no image, pages 1 for what is no PDF. */
public record FileCard(
        FileId id,
        String name,
        FileType type,
        long bytes,
        String sha256,
        int width,
        int height,
        int pages,
        Instant receivedAt) {

    /** JPG图片 · 640 KB. */
    public String words() {
        return type.label() + " · " + FileRule.sizeWords(bytes) + (type == FileType.PDF ? " · " + pages + " 页" : "");
    }
}
