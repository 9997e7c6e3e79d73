package org.gongkao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files received, claimed, let go and swept. */
class FilesDbTest extends DatabaseTest {

    private static final Actor ONE = new Actor(1, "陈立民", Role.WORKER, null, 1L);
    private static final Actor OTHER = new Actor(2, "赵桂英", Role.WORKER, null, 2L);

    @Autowired
    Files files;

    @Autowired
    Sweeping sweeping;

    @Autowired
    FileSettings settings;

    @Test
    void what_nobody_claimed_is_gone_after_a_day_and_what_was_claimed_stays() throws IOException {
        var claimed = receive(picture(500, 500), ONE);
        var forgotten = receive(picture(501, 500), ONE);
        files.claim(claimed, "application:1", ONE);
        assertThat(sweeping.sweep(clock.instant().plus(Duration.ofHours(24)))).isZero();
        assertThat(sweeping.sweep(clock.instant().plus(Duration.ofHours(24)).plusMillis(1)))
                .isEqualTo(1);
        assertThat(files.find(forgotten)).isEmpty();
        assertThat(files.read(claimed)).isEqualTo(picture(500, 500));
    }

    @Test
    void a_content_stays_as_long_as_one_of_those_who_sent_it_needs_it() throws IOException {
        var mine = receive(picture(502, 500), ONE);
        var theirs = receive(picture(502, 500), OTHER);
        files.claim(mine, "application:1", ONE);
        assertThat(files.content(mine)).isEqualTo(files.content(theirs));
        sweeping.sweep(clock.instant().plus(Duration.ofDays(2)));
        assertThat(files.find(theirs)).isEmpty();
        assertThat(files.content(mine)).exists();
    }

    @Test
    void only_who_sent_it_claims_it_and_only_once() throws IOException {
        var file = receive(picture(503, 500), ONE);
        refuses(() -> files.claim(file, "application:2", OTHER));
        files.claim(file, "application:1", ONE);
        refuses(() -> files.claim(file, "application:2", ONE));
        refuses(() -> files.release(file, "application:2"));
        files.release(file, "application:1");
        sweeping.sweep(clock.instant().plus(Duration.ofDays(2)));
        assertThat(files.find(file)).isEmpty();
    }

    @Test
    void nothing_that_is_stored_says_where_a_photo_was_taken() {
        var file =
                files.receive(Upload.of("证件照.jpg", PictureNotesTest.photo(), FileRule.DOCUMENT), ONE, clock.instant());
        var stored = files.read(file);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "WangJianguo");
        assertThat(files.card(file).bytes()).isEqualTo(stored.length);
    }

    @Test
    void a_refused_upload_leaves_nothing_behind() throws IOException {
        var before = incoming();
        assertThatThrownBy(() -> files.receive(
                        Upload.of("照片.jpg", "no picture".getBytes(StandardCharsets.UTF_8), FileRule.PHOTO),
                        ONE,
                        clock.instant()))
                .isInstanceOf(Refusal.class);
        assertThat(incoming()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from file.file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_same_content_sent_by_many_at_once_lies_there_once() throws Exception {
        var content = picture(504, 500);
        try (var senders = Executors.newFixedThreadPool(8)) {
            List<Callable<FileId>> sending = IntStream.range(0, 16)
                    .mapToObj(n -> (Callable<FileId>) () -> receive(content, ONE))
                    .toList();
            for (var sent : senders.invokeAll(sending)) {
                assertThat(files.read(sent.get())).isEqualTo(content);
            }
        }
    }

    private FileId receive(byte[] content, Actor by) {
        return files.receive(Upload.of("照片.png", content, FileRule.PHOTO), by, now());
    }

    private Instant now() {
        return clock.instant();
    }

    private long incoming() throws IOException {
        var folder = settings.folder().resolve("incoming");
        if (!java.nio.file.Files.isDirectory(folder)) {
            return 0;
        }
        try (var parts = java.nio.file.Files.list(folder)) {
            return parts.count();
        }
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(FileRefusal.NOT_YOURS));
    }

    private static byte[] picture(int width, int height) throws IOException {
        return SnifferTest.picture("png", width, height);
    }
}
