package org.gongkao.letter;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.shared.Refusal;
import org.w3c.dom.Node;

/** The text of a document before it is drawn: signs without a shape go, characters without one are refused. */
final class Text {

    private Text() {}

    /** Refuses with every missing character at once; otherwise the renderer would put # in its place and say nothing. */
    static void check(Node document, List<Typeface> typefaces) {
        var missing = new LinkedHashSet<Integer>();
        walk(document, typefaces, missing);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    LetterRefusal.NO_SHAPE,
                    missing.stream().map(Character::toString).collect(Collectors.joining("、")));
        }
    }

    private static void walk(Node node, List<Typeface> typefaces, LinkedHashSet<Integer> missing) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            var text = everyday(node.getNodeValue());
            node.setNodeValue(text);
            text.codePoints()
                    .filter(code -> !Character.isWhitespace(code))
                    .filter(code -> !typefaces.stream().allMatch(one -> one.hasShape(code)))
                    .forEach(missing::add);
        }
        if (node.getNodeName().equals("style")) {
            return;
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            walk(child, typefaces, missing);
        }
    }

    /** Without signs that only steer the setting, and with radicals and doubles as the characters one types. */
    static String everyday(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (isSteering(code)) {
                return;
            }
            if (Cmap.isCompatibility(code)) {
                out.append(Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC));
            } else {
                out.appendCodePoint(code);
            }
        });
        return out.toString();
    }

    private static boolean isSteering(int code) {
        return code >= 0xFE00 && code <= 0xFE0F
                || code >= 0xE0100 && code <= 0xE01EF
                || code >= 0x200B && code <= 0x200F
                || code >= 0x202A && code <= 0x202E
                || code == 0xAD
                || code == 0xFEFF;
    }
}
