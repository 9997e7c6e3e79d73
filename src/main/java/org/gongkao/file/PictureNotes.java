package org.gongkao.file;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.gongkao.shared.Refusal;

/**
 * Takes out of a JPEG what the phone wrote into it beside the picture: where and when it was taken, with what, previews,
 * comments, and whatever hangs on behind its end. The picture itself is copied byte for byte; of the notes only the
 * orientation is written again, or a photo taken upright would lie on its side.
 */
final class PictureNotes {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int ORIENTATION = 0x0112;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private PictureNotes() {}

    static byte[] without(byte[] jpeg) {
        try {
            return copy(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            throw new Refusal(FileRefusal.BROKEN);
        }
    }

    private static byte[] copy(ByteBuffer in) {
        var out = new ByteArrayOutputStream(in.remaining());
        boolean oriented = false;
        for (int marker = marker(in); ; marker = marker(in)) {
            if (marker == START || marker == END) {
                put(out, marker);
                if (marker == END) {
                    return out.toByteArray();
                }
                continue;
            }
            var body = body(in);
            if (keeps(marker, body)) {
                put(out, marker, body);
            } else if (marker == APP1 && !oriented && orientation(body) > 1) {
                put(out, APP1, oriented(orientation(body)));
                oriented = true;
            }
            if (marker == SCAN) {
                scan(in, out);
            }
        }
    }

    /** The frame's own segments; of the applications' JFIF, the colour profile and Adobe's colour transform, nothing else. */
    private static boolean keeps(int marker, byte[] body) {
        if (marker == APP2) {
            return startsWith(body, PROFILE);
        }
        return marker == APP0 || marker == APP14 || marker < APP0 || (marker > APP15 && marker != COMMENT);
    }

    private static int marker(ByteBuffer in) {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IllegalArgumentException("no marker");
        }
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private static byte[] body(ByteBuffer in) {
        int length = (in.getShort() & 0xFFFF) - 2;
        if (length < 0) {
            throw new IllegalArgumentException("no length");
        }
        var body = new byte[length];
        in.get(body);
        return body;
    }

    /** Coded picture data run up to the next marker that is neither a stuffed byte nor a restart. */
    private static void scan(ByteBuffer in, ByteArrayOutputStream out) {
        int from = in.position();
        int at = from;
        while (true) {
            if (at + 1 >= in.limit()) {
                throw new BufferUnderflowException();
            }
            int next = in.get(at + 1) & 0xFF;
            if ((in.get(at) & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                break;
            }
            at++;
        }
        out.write(in.array(), from, at - from);
        in.position(at);
    }

    /** 1 when it says nothing, or nothing that can be understood. */
    private static int orientation(byte[] body) {
        if (!startsWith(body, EXIF)) {
            return 1;
        }
        try {
            var tiff = ByteBuffer.wrap(body, EXIF.length, body.length - EXIF.length)
                    .slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int first = tiff.getInt(4);
            int entries = tiff.getShort(first) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = first + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException cutOff) {
            return 1;
        }
    }

    /** A directory of one entry. */
    private static byte[] oriented(int value) {
        return ByteBuffer.allocate(EXIF.length + 26)
                .put(EXIF)
                .put(new byte[] {'M', 'M'})
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static boolean startsWith(byte[] body, byte[] start) {
        return body.length >= start.length && java.util.Arrays.equals(body, 0, start.length, start, 0, start.length);
    }

    private static void put(ByteArrayOutputStream out, int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static void put(ByteArrayOutputStream out, int marker, byte[] body) {
        put(out, marker);
        out.write((body.length + 2) >> 8);
        out.write((body.length + 2) & 0xFF);
        out.writeBytes(body);
    }
}
