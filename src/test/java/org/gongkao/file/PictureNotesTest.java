package org.gongkao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;

/** What a phone writes into a photo beside the picture is not stored. */
class PictureNotesTest {

    /** Taken upright at 34°37′N 112°27′E, with maker, author, XMP and a comment. */
    private final byte[] photo = photo();

    @Test
    void place_author_maker_and_comment_are_gone() {
        assertThat(text(photo)).contains("GongkaoPhone", "WangJianguo", "GPSLatitude", "home of Wang", "2023:03:15");
        assertThat(text(PictureNotes.without(photo)))
                .doesNotContain("GongkaoPhone", "WangJianguo", "GPS", "home of Wang", "2023:03:15", "xmpmeta");
    }

    @Test
    void the_picture_is_the_same_to_the_last_point() throws IOException {
        assertThat(points(PictureNotes.without(photo))).isEqualTo(points(photo));
    }

    @Test
    void a_photo_taken_upright_still_stands_upright() {
        var note = "ffe1002245786966000" + "04d4d002a000000080001011200030000000100060000" + "00000000";
        assertThat(HexFormat.of().formatHex(PictureNotes.without(photo))).contains(note);
    }

    @Test
    void what_hangs_on_behind_the_end_is_cut_off() {
        var longer = Arrays.copyOf(photo, photo.length + 9);
        System.arraycopy("GPS again".getBytes(StandardCharsets.US_ASCII), 0, longer, photo.length, 9);
        assertThat(PictureNotes.without(longer)).isEqualTo(PictureNotes.without(photo));
    }

    @Test
    void a_picture_without_notes_stays_as_it_is() {
        var bare = PictureNotes.without(photo);
        assertThat(PictureNotes.without(bare)).isEqualTo(bare);
    }

    @Test
    void a_picture_cut_off_is_refused() {
        for (int length : new int[] {1, 3, 200, photo.length / 2, photo.length - 2}) {
            assertThatThrownBy(() -> PictureNotes.without(Arrays.copyOf(photo, length)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(FileRefusal.BROKEN));
        }
    }

    static byte[] photo() {
        try (var in = Objects.requireNonNull(PictureNotesTest.class.getResourceAsStream("/file/photo-with-gps.jpg"))) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] points(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "bmp", out);
        return out.toByteArray();
    }
}
