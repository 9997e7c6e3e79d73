package org.gongkao.letter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * 字符映射。Noto gives a Kangxi radical and the real character one glyph, and a PDF's text then reads back as the radical: 工
 * becomes ⼯, and neither search nor comparison finds it. So the map is rebuilt with one code per glyph, the everyday one.
 */
final class Cmap {

    private static final int LAST = 0x2FFFF;
    private static final int GROUP_BYTES = 12;

    private Cmap() {}

    /** The same font with a clean map behind its other tables; nothing else moves. */
    static byte[] clean(byte[] font) throws IOException {
        var table = table(withoutDoubles(read(font)));
        int padded = (font.length + 3) & ~3;
        var out = ByteBuffer.allocate(padded + table.length);
        out.put(font).position(padded).put(table);
        int tables = out.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            var tag = new String(out.array(), entry, 4, StandardCharsets.US_ASCII);
            if (tag.equals("cmap")) {
                out.putInt(entry + 8, padded);
                out.putInt(entry + 12, table.length);
                return out.array();
            }
        }
        throw new IOException("a font without a character map");
    }

    private static TreeMap<Integer, Integer> read(byte[] font) throws IOException {
        var glyphOf = new TreeMap<Integer, Integer>();
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            var lookup = parsed.getUnicodeCmapLookup();
            for (int code = 0x20; code <= LAST; code++) {
                int glyph = lookup.getGlyphId(code);
                if (glyph != 0) {
                    glyphOf.put(code, glyph);
                }
            }
        }
        return glyphOf;
    }

    private static TreeMap<Integer, Integer> withoutDoubles(TreeMap<Integer, Integer> glyphOf) {
        Map<Integer, List<Integer>> codesOf = new HashMap<>();
        glyphOf.forEach((code, glyph) ->
                codesOf.computeIfAbsent(glyph, g -> new ArrayList<>()).add(code));
        var clean = new TreeMap<>(glyphOf);
        for (var codes : codesOf.values()) {
            if (codes.size() > 1) {
                var everyday = codes.stream()
                        .filter(code -> !isCompatibility(code))
                        .findFirst()
                        .orElse(codes.getFirst());
                codes.stream().filter(code -> !code.equals(everyday)).forEach(clean::remove);
            }
        }
        return clean;
    }

    /** Codes that exist beside the character one types. */
    static boolean isCompatibility(int code) {
        return code >= 0x2E80 && code <= 0x2FDF // radicals
                || code >= 0xF900 && code <= 0xFAFF
                || code >= 0x2F800 && code <= 0x2FA1F
                || code == 0x2215
                || code == 0x2027
                || code == 0x02C9
                || code == 0x00AF
                || code == 0x2219;
    }

    /** One sub-table of format 12 under platform 3, encoding 10. */
    private static byte[] table(TreeMap<Integer, Integer> glyphOf) {
        List<int[]> groups = new ArrayList<>();
        glyphOf.forEach((code, glyph) -> {
            var last = groups.isEmpty() ? new int[] {-2, -2, 0} : groups.getLast();
            if (code == last[1] + 1 && glyph == last[2] + code - last[0]) {
                last[1] = code;
            } else {
                groups.add(new int[] {code, code, glyph});
            }
        });
        int length = 16 + GROUP_BYTES * groups.size();
        var out = ByteBuffer.allocate(12 + length);
        out.putShort((short) 0).putShort((short) 1);
        out.putShort((short) 3).putShort((short) 10).putInt(12);
        out.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(groups.size());
        groups.forEach(group -> out.putInt(group[0]).putInt(group[1]).putInt(group[2]));
        return out.array();
    }
}
