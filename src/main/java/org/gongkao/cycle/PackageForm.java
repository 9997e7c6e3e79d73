package org.gongkao.cycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** 方案文本输入。The two texts as typed; an uploaded file goes before what was typed. */
record PackageForm(String base, String overlay) {

    private static final int MOST_BYTES = 1_000_000;

    static PackageForm of(
            String base,
            String overlay,
            @Nullable MultipartFile baseFile,
            @Nullable MultipartFile overlayFile,
            Faults faults) {
        return new PackageForm(
                text(base, baseFile, "baseFile", faults), text(overlay, overlayFile, "overlayFile", faults));
    }

    /** Browsers send CR LF; the stored text and its hash do not depend on who typed it where. */
    private static String text(String typed, @Nullable MultipartFile file, String field, Faults faults) {
        var text = typed;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES) {
                faults.add(field, "文件超过 1 MB，请检查是否选错了文件。");
            } else {
                text = decoded(file, typed, field, faults);
            }
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String decoded(MultipartFile file, String typed, String field, Faults faults) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(field, "文件不是 UTF-8 编码的文本，请另存为 UTF-8 后再上传。");
        } catch (IOException e) {
            faults.add(field, "文件没有传完整，请重新上传。");
        }
        return typed;
    }

    String hash() {
        return ContentHash.of(base, overlay);
    }
}
