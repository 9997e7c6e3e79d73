package org.gongkao.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.ReplacingSections;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 导入工种目录。Puts the catalogue of a spreadsheet into a draft, whole or not at all; the spreadsheet is kept. */
@Service
class ImportingCatalogue {

    /** 逐行结果。What became of one line; {@code line} is 0 for an occupation that is on the sheet no more. */
    record Result(int line, String code, String name, String became) {}

    private final ReplacingSections sections;
    private final Files files;

    ImportingCatalogue(ReplacingSections sections, Files files) {
        this.sections = sections;
        this.files = files;
    }

    @Transactional
    List<Result> load(
            long draft, int seen, CatalogueLines lines, boolean sample, FileId file, Actor by, Instant arrived) {
        var before = sections.standing(draft, OccupationCatalogue.class, by).section();
        var after = lines.catalogue(sample);
        sections.replace(draft, seen, OccupationCatalogueSection.KEY, CatalogueText.of(after), by, arrived);
        files.claim(file, "cycle:" + draft, by);
        var results = new ArrayList<Result>();
        after.occupations()
                .forEach((code, one) -> results.add(new Result(
                        lines.line(code),
                        code,
                        one.name(),
                        became(before.occupations().get(code), one))));
        before.occupations().forEach((code, one) -> {
            if (!after.occupations().containsKey(code)) {
                results.add(new Result(0, code, one.name(), "不再列入"));
            }
        });
        return List.copyOf(results);
    }

    private static String became(@Nullable Occupation before, Occupation after) {
        if (before == null) {
            return "新增";
        }
        var changed = new ArrayList<String>();
        note(changed, CatalogueSheet.INDUSTRY, before.industry(), after.industry());
        note(changed, CatalogueSheet.NAME, before.name(), after.name());
        note(changed, CatalogueSheet.LEVELS, CatalogueSheet.levels(before), CatalogueSheet.levels(after));
        note(
                changed,
                CatalogueSheet.SUCCESSOR,
                before.successor().orElse("无"),
                after.successor().orElse("无"));
        return changed.isEmpty() ? "不变" : "变更：" + String.join("；", changed);
    }

    private static void note(List<String> changed, String column, String before, String after) {
        if (!before.equals(after)) {
            changed.add(column + "由“" + before + "”改为“" + after + "”");
        }
    }
}
