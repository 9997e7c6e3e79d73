package org.gongkao.file;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 上传要求。What one place of the platform accepts: types, size and, for images, the shortest side in pixels. The text for
 * people comes from here too, so that page and check cannot disagree.
 */
public record FileRule(Set<FileType> types, long maxBytes, int minPixels) {

    private static final long MB = 1024L * 1024;

    /** 证件照. */
    public static final FileRule PHOTO = new FileRule(EnumSet.of(FileType.JPEG, FileType.PNG), 5 * MB, 200);

    /** A certificate, a letter, a stamped scan. */
    public static final FileRule DOCUMENT =
            new FileRule(EnumSet.of(FileType.JPEG, FileType.PNG, FileType.PDF), 10 * MB, 300);

    /** A list to be read in. */
    public static final FileRule SPREADSHEET = new FileRule(EnumSet.of(FileType.XLSX), 10 * MB, 0);

    /** A list that also comes out of other programs, as text. */
    public static final FileRule TABLE = new FileRule(EnumSet.of(FileType.XLSX, FileType.CSV), 10 * MB, 0);

    /** JPG图片、PNG图片或PDF文件，每个不超过 10 MB. */
    public String words() {
        return typeWords() + "，每个不超过 " + sizeWords(maxBytes);
    }

    /** JPG图片、PNG图片或PDF文件. */
    public String typeWords() {
        var labels = types.stream().sorted().map(FileType::label).toList();
        if (labels.size() == 1) {
            return labels.getFirst();
        }
        return String.join("、", labels.subList(0, labels.size() - 1)) + "或" + labels.getLast();
    }

    /** The accept attribute of the file field. */
    public String accept() {
        return types.stream().sorted().map(FileType::mediaType).collect(Collectors.joining(","));
    }

    /** 10 MB, 640 KB. */
    public static String sizeWords(long bytes) {
        if (bytes >= MB) {
            long tenths = Math.round(bytes * 10.0 / MB);
            return tenths % 10 == 0 ? tenths / 10 + " MB" : tenths / 10 + "." + tenths % 10 + " MB";
        }
        return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
    }
}
