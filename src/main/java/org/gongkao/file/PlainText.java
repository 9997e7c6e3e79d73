package org.gongkao.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * 文本读入。A text file as banks and offices write it: UTF-8, with its mark or without, else the national standard GB18030, which holds
 * GBK. What is not wholly of the one or the other is no text: a sign is never guessed and never replaced.
 */
public final class PlainText {

    private static final Charset NATIONAL = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private PlainText() {}

    public static Optional<String> read(byte[] content) {
        var utf8 = decoded(content, StandardCharsets.UTF_8);
        return (utf8.isPresent() || isMarked(content) ? utf8 : decoded(content, NATIONAL))
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text)
                // A text of two bytes a sign, which neither of the two is, has these.
                .filter(text -> text.indexOf('\0') < 0);
    }

    /** Who marks a file as UTF-8 means it: broken it is broken, and not of the national standard. */
    private static boolean isMarked(byte[] content) {
        var mark = MARK.getBytes(StandardCharsets.UTF_8);
        return content.length >= mark.length
                && ByteBuffer.wrap(content, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
