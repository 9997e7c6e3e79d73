package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** 提交的方案文本。The two texts as they came with a request: typed, or as files in place of what was typed. */
record TypedPackage(
        @Nullable String base,
        @Nullable String overlay,
        @Nullable MultipartFile baseFile,
        @Nullable MultipartFile overlayFile) {

    static TypedPackage of(String base, String overlay) {
        return new TypedPackage(base, overlay, null, null);
    }

    /** 读过的方案文本。What was made of them: put aside even with problems, but only when it says whose year it is. */
    record Taken(PackageForm form, ReadPackage read, List<Fault> faults) {

        boolean isRefused() {
            return !faults.isEmpty();
        }
    }

    Taken read(PackageReader reader) {
        var faults = new Faults();
        var form = PackageForm.of(text(base), text(overlay), baseFile, overlayFile, faults);
        var read = reader.read(form.base(), form.overlay());
        faults.addIf(
                !read.savable(),
                "base",
                "方案读不出年度、地区和名称，暂不能保存：共 " + read.problems().size() + " 处问题，请按下表逐项改正。");
        return new Taken(form, read, faults.list());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
