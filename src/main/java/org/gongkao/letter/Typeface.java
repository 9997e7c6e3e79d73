package org.gongkao.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** 字体。One weight of the documents' typeface, parsed once and used by every document. */
record Typeface(int weight, TrueTypeFont font, CmapLookup shapes) {

    static Typeface load(int weight, String resource) {
        try (var in = Typeface.class.getResourceAsStream("fonts/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The typeface " + resource + " is missing; the build fetches it.");
            }
            var font = new TTFParser().parse(new RandomAccessReadBuffer(Cmap.clean(in.readAllBytes())));
            return new Typeface(weight, font, font.getUnicodeCmapLookup());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean hasShape(int codePoint) {
        return shapes.getGlyphId(codePoint) != 0;
    }
}
