package org.gongkao.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * 文件出示。Answers a request with a file, after the owning module has checked who asks. The browser must take it for what it
 * is and may run nothing in it.
 */
@Component
public class Serving {

    private static final int PREVIEW_WIDTH = 1200;

    private static final int SMALL = 480;

    private final Files files;
    private final Pictures pictures;
    /** Drawing a page of a hostile PDF may cost much; never more than two at a time. */
    private final Semaphore drawing = new Semaphore(2);

    Serving(Files files, Pictures pictures) {
        this.files = files;
        this.pictures = pictures;
    }

    /** As a picture in the page; a PDF is always a download, see {@link #page}. */
    public ResponseEntity<Resource> show(FileId id) {
        var card = files.card(id);
        return answer(card, card.type().isImage(), new FileSystemResource(files.content(id)));
    }

    /** How many pages {@link #page} can show. */
    public int pages(FileId id) {
        return files.card(id).pages();
    }

    /** A small picture of an image or of a PDF's first page, for lists on phones. */
    public ResponseEntity<Resource> preview(FileId id) {
        var card = files.card(id);
        if (!card.type().isImage()) {
            return page(id, 1);
        }
        return headers(ContentDisposition.inline().build(), card.sha256() + "-small")
                .contentType(MediaType.IMAGE_JPEG)
                .body(new ByteArrayResource(pictures.fitting(id, SMALL, SMALL)));
    }

    public ResponseEntity<Resource> download(FileId id) {
        return answer(files.card(id), false, new FileSystemResource(files.content(id)));
    }

    /**
     * One page as a picture, from 1. Phones show no PDF inside a page, and a sandboxed one is shown by no browser; so the
     * platform draws it.
     */
    public ResponseEntity<Resource> page(FileId id, int number) {
        var card = files.card(id);
        if (card.type().isImage() && number == 1) {
            return show(id);
        }
        if (card.type() != FileType.PDF || number < 1 || number > card.pages()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        return headers(ContentDisposition.inline().build(), card.sha256() + "-" + number)
                .contentType(MediaType.IMAGE_PNG)
                .body(new ByteArrayResource(draw(card, number)));
    }

    private byte[] draw(FileCard card, int number) {
        drawing.acquireUninterruptibly();
        try (var document = Loader.loadPDF(files.content(card.id()).toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            var box = document.getPage(number - 1).getCropBox();
            float side = Math.max(1f, Math.max(box.getWidth(), box.getHeight()));
            BufferedImage image = new PDFRenderer(document)
                    .renderImage(number - 1, Math.min(3f, PREVIEW_WIDTH / side * 1.4f), ImageType.RGB);
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            drawing.release();
        }
    }

    private static ResponseEntity<Resource> answer(FileCard card, boolean inline, Resource body) {
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(card.name(), StandardCharsets.UTF_8)
                .build();
        return headers(disposition, card.sha256())
                .contentType(MediaType.parseMediaType(card.type().mediaType()))
                .contentLength(card.bytes())
                .body(body);
    }

    private static ResponseEntity.BodyBuilder headers(ContentDisposition disposition, String etag) {
        return ResponseEntity.ok()
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
                .eTag("\"" + etag + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate());
    }
}
