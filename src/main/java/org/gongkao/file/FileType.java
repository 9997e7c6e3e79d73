package org.gongkao.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** 文件类型。What can be uploaded, told from the content and never from the name. */
public enum FileType {
    JPEG("JPG图片", "image/jpeg", List.of("jpg", "jpeg", "jfif")),
    PNG("PNG图片", "image/png", List.of("png")),
    PDF("PDF文件", "application/pdf", List.of("pdf")),
    XLSX("Excel表格（xlsx）", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
    /** Told by being text: nothing in it says that it is a table. */
    CSV("CSV表格（csv）", "text/csv", List.of("csv"));

    private final String label;
    private final String mediaType;
    private final List<String> extensions;

    FileType(String label, String mediaType, List<String> extensions) {
        this.label = label;
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The extension that a file of this type is saved with. */
    public String extension() {
        return extensions.getFirst();
    }

    public boolean isImage() {
        return this == JPEG || this == PNG;
    }

    /** What a name claims to be, if it claims anything that can be uploaded. */
    static Optional<FileType> claimedBy(String extension) {
        var lower = extension.toLowerCase(Locale.ROOT);
        for (var type : values()) {
            if (type.extensions.contains(lower)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
