package org.gongkao.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.file.Contents.Incoming;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 文件库。The one way to keep a file: receive it, then claim it for what it belongs to ({@code application:17}). What is
 * not claimed within a day is swept away. Who may read it is checked by the module that claimed it, before it asks here.
 */
@Component
public class Files {

    private final StoredFiles files;
    private final Contents contents;
    private final Sniffer sniffer;
    private final ObjectProvider<Scanner> scanner;

    Files(StoredFiles files, Contents contents, Sniffer sniffer, ObjectProvider<Scanner> scanner) {
        this.files = files;
        this.contents = contents;
        this.sniffer = sniffer;
        this.scanner = scanner;
    }

    /** Takes it in, or refuses it with a {@link FileRefusal} that says what is wrong with it. */
    @Transactional
    public FileId receive(Upload upload, Actor by, Instant at) {
        try (var in = upload.content().getInputStream();
                var sent = contents.take(in, upload.rule().maxBytes())) {
            var sniffed = sniffer.sniff(upload.name(), sent.path(), upload.rule());
            if (sniffed.type() != FileType.JPEG) {
                return keep(upload.name(), sniffed, sent, by, at);
            }
            try (var bare =
                    contents.take(withoutNotes(sent.path()), upload.rule().maxBytes())) {
                return keep(upload.name(), sniffed, bare, by, at);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A phone writes into a photo where it was taken; neither offices nor backups need to know. */
    private static InputStream withoutNotes(Path picture) throws IOException {
        return new ByteArrayInputStream(PictureNotes.without(java.nio.file.Files.readAllBytes(picture)));
    }

    private FileId keep(String name, Sniffed sniffed, Incoming incoming, Actor by, Instant at) throws IOException {
        var scannedBy = scan(incoming.path());
        files.lock(incoming.sha256());
        contents.keep(incoming);
        return files.add(Names.clean(name, sniffed.type()), sniffed, incoming, scannedBy, by, at);
    }

    private @Nullable String scan(Path content) {
        var configured = scanner.getIfAvailable();
        if (configured == null) {
            return null;
        }
        switch (configured.scan(content)) {
            case HARMFUL -> throw new Refusal(FileRefusal.UNSAFE);
            case NO_ANSWER -> throw new Refusal(FileRefusal.SCANNER_SILENT);
            case CLEAN -> {}
        }
        return configured.name();
    }

    /** Binds it to what it belongs to. Only who sent it can, and only once. */
    @Transactional
    public void claim(FileId id, String subject, Actor by) {
        if (!files.claim(id, subject, by)) {
            throw new Refusal(FileRefusal.NOT_YOURS);
        }
    }

    /** Lets a claimed file go; the sweep removes it. What a decision was based on is never released. */
    @Transactional
    public void release(FileId id, String subject) {
        if (!files.release(id, subject)) {
            throw new Refusal(FileRefusal.NOT_YOURS);
        }
    }

    public FileCard card(FileId id) {
        return find(id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    public Optional<FileCard> find(FileId id) {
        return files.find(id);
    }

    /** Where the content lies, to be read and never written. */
    public Path content(FileId id) {
        return contents.at(card(id).sha256());
    }

    /** The whole content, for what is small. */
    public byte[] read(FileId id) {
        try {
            return java.nio.file.Files.readAllBytes(content(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
