package org.gongkao.application;

import java.time.Instant;
import org.gongkao.file.FileId;
import org.gongkao.file.FileRule;
import org.gongkao.file.FileType;
import org.jspecify.annotations.Nullable;

/** 申报材料。A file that the worker put beside the application; taken out, it stays on record and no longer counts. */
public record Material(
        long id,
        String kind,
        String label,
        long fileId,
        String name,
        FileType type,
        long bytes,
        String sha256,
        Instant addedAt,
        @Nullable Instant removedAt) {

    public FileId file() {
        return new FileId(fileId);
    }

    /** Its key among the items that an office looks at. */
    String item() {
        return "material:" + id;
    }

    public String words() {
        return type.label() + "，" + FileRule.sizeWords(bytes);
    }
}
