package org.gongkao.file;

import java.io.ByteArrayInputStream;
import org.gongkao.shared.Refusal;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/** 上传件。What a person sends: the name it bore on their side, its content, and what the place it goes to accepts. */
public record Upload(String name, InputStreamSource content, FileRule rule) {

    public static Upload of(MultipartFile file, FileRule rule) {
        if (!isChosen(file)) {
            throw new Refusal(FileRefusal.NO_FILE);
        }
        var name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file, rule);
    }

    public static Upload of(String name, byte[] content, FileRule rule) {
        return new Upload(name, () -> new ByteArrayInputStream(content), rule);
    }

    /** A form's file field that was left empty arrives as an empty part. */
    public static boolean isChosen(MultipartFile file) {
        return !file.isEmpty() || !"".equals(file.getOriginalFilename());
    }
}
