package org.gongkao.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** The folder in which contents lie under their hash. The same content lies there once, however often it was sent. */
@Component
class Contents {

    private final Path folder;

    Contents(FileSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    /** A content on its way in: written and hashed, not yet known to anybody. */
    record Incoming(Path path, long bytes, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    Incoming take(InputStream in, long maxBytes) throws IOException {
        var path = Files.createTempFile(folderFor("incoming"), "upload", ".part");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            long bytes;
            try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                bytes = copyAtMost(in, out, maxBytes);
            }
            if (bytes == 0) {
                throw new Refusal(FileRefusal.EMPTY);
            }
            return new Incoming(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long copyAtMost(InputStream in, DigestOutputStream out, long maxBytes) throws IOException {
        var buffer = new byte[64 * 1024];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            if (total > maxBytes) {
                throw new Refusal(FileRefusal.TOO_LARGE, FileRule.sizeWords(maxBytes));
            }
            out.write(buffer, 0, n);
        }
        return total;
    }

    /** On disk before anybody is told that it was received; the move is atomic, so a half file is never seen. */
    void keep(Incoming incoming) throws IOException {
        var target = at(incoming.sha256());
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (var channel = FileChannel.open(incoming.path(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(incoming.path(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    Path at(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    void forget(String sha256) {
        try {
            Files.deleteIfExists(at(sha256));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path folderFor(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return Files.createDirectories(folder.resolve(name));
    }
}
