package org.gongkao.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 导出文件。The head of an answer that the platform makes as a file: what it is, what it is called, and that nobody keeps a copy. */
public record Download(MediaType type, ContentDisposition disposition) {

    private static final MediaType SHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String NOBODY_KEEPS_IT = "no-store";

    public static Download sheet(String name) {
        return of(SHEET, name);
    }

    /** A PDF that the browser shows, to be printed from there. */
    public static Download paper(String name) {
        return new Download(MediaType.APPLICATION_PDF, named(ContentDisposition.inline(), name));
    }

    public static Download text(String name) {
        return of(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8), name);
    }

    public static Download of(MediaType type, String name) {
        return new Download(type, named(ContentDisposition.attachment(), name));
    }

    private static ContentDisposition named(ContentDisposition.Builder how, String name) {
        return how.filename(name, StandardCharsets.UTF_8).build();
    }

    public ResponseEntity<byte[]> body(byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, NOBODY_KEEPS_IT)
                .body(content);
    }

    /** For what may be too long for memory: what is written goes out while it is written. */
    public OutputStream to(HttpServletResponse answer) throws IOException {
        answer.setContentType(type.toString());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, NOBODY_KEEPS_IT);
        return answer.getOutputStream();
    }
}
