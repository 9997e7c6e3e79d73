package org.gongkao.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells from the content what a file is, whether it opens, and whether the place it goes to takes it. */
@Component
class Sniffer {

    /** A picture is decoded when it is checked and when it is shown; beyond this it is a bomb, not a photo. */
    static final long MAX_PIXELS = 60_000_000L;

    static final int MAX_PAGES = 60;

    /** Read at the first upload: it is a tenth of a second that no start has to wait for. */
    private static final class KnownTypes {
        static final Tika TIKA = new Tika();
    }

    Sniffed sniff(String name, Path content, FileRule rule) throws IOException {
        var detected = detect(content);
        if (detected.equals("image/heic") || detected.equals("image/heif")) {
            throw new Refusal(FileRefusal.PHONE_PHOTO);
        }
        boolean text = isText(name, detected);
        var type = text ? textOf(rule) : typeOf(detected, content);
        refuseDisguise(name, type, detected, text);
        if (type == null || !rule.types().contains(type)) {
            throw new Refusal(
                    FileRefusal.TYPE_NOT_TAKEN, rule.typeWords(), type == null ? describe(detected) : type.label());
        }
        return switch (type) {
            case JPEG, PNG -> image(type, content, rule);
            case PDF -> pdf(content);
            case XLSX, CSV -> new Sniffed(type, 0, 0, 1);
        };
    }

    /** Text of the national standard looks like no text at all: whoever reads the table knows it, and says what is none. */
    private static boolean isText(String name, String detected) {
        boolean told = FileType.claimedBy(Names.extension(name))
                .filter(FileType.CSV::equals)
                .isPresent();
        return detected.equals("text/plain")
                || detected.equals("text/csv")
                || (told && detected.equals("application/octet-stream"));
    }

    private static @Nullable FileType textOf(FileRule rule) {
        return rule.types().contains(FileType.CSV) ? FileType.CSV : null;
    }

    private String detect(Path content) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(content)) {
            return KnownTypes.TIKA.detect(in);
        }
    }

    private static @Nullable FileType typeOf(String detected, Path content) {
        for (var type : FileType.values()) {
            if (type.mediaType().equals(detected)) {
                return type;
            }
        }
        var archive = detected.equals("application/zip") || detected.equals("application/x-tika-ooxml");
        return archive && isWorkbook(content) ? FileType.XLSX : null;
    }

    /** A workbook is a zip; its parts are looked up in the directory, nothing is unpacked. */
    private static boolean isWorkbook(Path content) {
        try (var zip = new ZipFile(content.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
        } catch (ZipException broken) {
            return false;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Phones and chat programs mix up the two picture types, which harms nobody; any other mismatch is refused. */
    private static void refuseDisguise(String name, @Nullable FileType type, String detected, boolean text) {
        var claimed = FileType.claimedBy(Names.extension(name));
        boolean textAsTold = text && claimed.filter(FileType.CSV::equals).isPresent();
        if (claimed.isEmpty() || claimed.get() == type || textAsTold) {
            return;
        }
        if (type != null && type.isImage() && claimed.get().isImage()) {
            return;
        }
        throw new Refusal(
                FileRefusal.DISGUISED, claimed.get().label(), type == null ? describe(detected) : type.label());
    }

    private static String describe(String detected) {
        return switch (detected) {
            case "text/plain", "text/csv" -> "纯文字";
            case "text/html", "application/xhtml+xml" -> "网页";
            case "image/svg+xml", "image/gif", "image/webp", "image/bmp", "image/tiff" -> "其他格式的图片";
            case "application/zip", "application/x-rar-compressed", "application/x-7z-compressed" -> "压缩包";
            case "application/x-tika-msoffice", "application/x-tika-ooxml", "application/msword" -> "办公文档";
            default -> detected.startsWith("video/") ? "视频" : detected.startsWith("audio/") ? "录音" : "其他格式的文件";
        };
    }

    private static Sniffed image(FileType type, Path content, FileRule rule) throws IOException {
        try (var in = ImageIO.createImageInputStream(content.toFile())) {
            var readers = ImageIO.getImageReadersByFormatName(type == FileType.JPEG ? "jpeg" : "png");
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MAX_PIXELS) {
                    throw new Refusal(FileRefusal.TOO_MANY_PIXELS, MAX_PIXELS / 10_000);
                }
                if (Math.min(width, height) < rule.minPixels()) {
                    throw new Refusal(FileRefusal.TOO_FEW_PIXELS, Math.min(width, height), rule.minPixels());
                }
                refuseBroken(reader, width, height);
                return new Sniffed(type, width, height, 1);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new Refusal(FileRefusal.BROKEN);
        }
    }

    /** Reads every line but keeps few of them: a picture cut off on the way is found now, not by the reviewer. */
    private static void refuseBroken(ImageReader reader, int width, int height) throws IOException {
        var thin = reader.getDefaultReadParam();
        int step = Math.max(1, Math.min(width, height) / 100);
        thin.setSourceSubsampling(step, step, 0, 0);
        boolean[] cut = {false};
        reader.addIIOReadWarningListener(
                (_reader, warning) -> cut[0] |= warning.contains("EOI") || warning.contains("EOF"));
        reader.read(0, thin);
        if (cut[0]) {
            throw new Refusal(FileRefusal.BROKEN);
        }
    }

    private static Sniffed pdf(Path content) throws IOException {
        try (var document = Loader.loadPDF(content.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted() && !document.getCurrentAccessPermission().canPrint()) {
                throw new Refusal(FileRefusal.LOCKED);
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new Refusal(FileRefusal.BROKEN);
            }
            if (pages > MAX_PAGES) {
                throw new Refusal(FileRefusal.TOO_MANY_PAGES, pages, MAX_PAGES);
            }
            return new Sniffed(FileType.PDF, 0, 0, pages);
        } catch (InvalidPasswordException locked) {
            throw new Refusal(FileRefusal.LOCKED);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(FileRefusal.BROKEN);
        }
    }
}
