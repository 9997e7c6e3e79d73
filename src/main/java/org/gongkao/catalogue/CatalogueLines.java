package org.gongkao.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.job.JobRow;
import org.gongkao.shared.Level;

/** 目录逐行读入。Reads the lines of a catalogue's spreadsheet and tells everything that is wrong with them at once. */
final class CatalogueLines {

    /** 表格问题。One thing wrong: on which line, in which column, and how to mend it. */
    record Wrong(int line, String column, String sentence) {}

    private static final int LONGEST = 50;

    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<String, Occupation> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private String version = "";

    CatalogueLines(List<JobRow> rows) {
        rows.forEach(this::read);
        byCode.values().forEach(this::checkSuccessor);
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    OccupationCatalogue catalogue(boolean sample) {
        return new OccupationCatalogue(version, sample, byCode);
    }

    /** On which line of the sheet an occupation stands. */
    int line(String code) {
        return lines.getOrDefault(code, 0);
    }

    private void read(JobRow row) {
        for (int place = 0; place < CatalogueSheet.HEADER.size(); place++) {
            addIf(row.cell(place).startsWith("="), row, CatalogueSheet.HEADER.get(place), "这一格是公式，请改为直接填写内容。");
        }
        readVersion(row);
        var industry = words(row, 1, CatalogueSheet.INDUSTRY, "请填写行业，与目录一致。");
        var name = words(row, 3, CatalogueSheet.NAME, "请填写工种名称，与目录一致。");
        var named = name.isEmpty() ? null : names.putIfAbsent(name, row.line());
        addIf(named != null, row, CatalogueSheet.NAME, "工种名称“" + name + "”与第 " + named + " 行重复，请核对。");
        var code = row.cell(2);
        addIf(!code.matches("[A-Z0-9-]{1,20}"), row, CatalogueSheet.CODE, "工种代码应为1至20位大写字母、数字或短横线，请把该列设为文本格式后填写。");
        var before = lines.putIfAbsent(code, row.line());
        addIf(before != null, row, CatalogueSheet.CODE, "工种代码与第 " + before + " 行重复，请核对。");
        var successor = row.cell(5);
        var levels = levels(row);
        addIf(
                levels.isEmpty() && successor.isEmpty(),
                row,
                CatalogueSheet.LEVELS,
                "请填写开考等级，如“五级、四级、三级”；不再开考的填写并入的工种代码。");
        byCode.putIfAbsent(code, new Occupation(code, name, industry, levels, successor.isEmpty() ? null : successor));
    }

    /** One document for the whole catalogue: the first line's is the sheet's. */
    private void readVersion(JobRow row) {
        var said = words(row, 0, CatalogueSheet.VERSION, "请填写目录文号，如“豫人社办〔2022〕93号”。");
        if (version.isEmpty()) {
            version = said;
        }
        addIf(
                !said.isEmpty() && !said.equals(version),
                row,
                CatalogueSheet.VERSION,
                "目录文号与前面的“" + version + "”不同，一张表只能是一份目录。");
    }

    private String words(JobRow row, int place, String column, String missing) {
        var text = row.cell(place);
        addIf(text.isEmpty(), row, column, missing);
        addIf(
                text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl),
                row,
                column,
                "不超过 " + LONGEST + " 个字，不能换行，请改正。");
        return text;
    }

    private Set<Level> levels(JobRow row) {
        var levels = EnumSet.noneOf(Level.class);
        for (var said : row.cell(4).split("[、，,；;\\s]+")) {
            if (!said.isEmpty()) {
                var level = level(said);
                if (level == null) {
                    wrong.add(new Wrong(row.line(), CatalogueSheet.LEVELS, "不认识的等级“" + said + "”，可填：五级、四级、三级、二级、一级。"));
                } else {
                    levels.add(level);
                }
            }
        }
        return levels;
    }

    private static @org.jspecify.annotations.Nullable Level level(String said) {
        for (var level : Level.values()) {
            if (said.equals(level.label()) || said.equals(level.title()) || said.equals(level.full())) {
                return level;
            }
        }
        return null;
    }

    /** A successor must be on the sheet, and the way from one to the next must end. */
    private void checkSuccessor(Occupation one) {
        var passed = new HashSet<>(Set.of(one.code()));
        for (var next = one.successorCode(); next != null; ) {
            var successor = byCode.get(next);
            if (successor == null) {
                addSuccessor(one, "并入的工种“" + next + "”不在表中，请核对代码。");
                return;
            }
            if (!passed.add(next)) {
                addSuccessor(one, "工种的并入关系成了循环，请核对。");
                return;
            }
            next = successor.successorCode();
        }
    }

    private void addSuccessor(Occupation one, String sentence) {
        wrong.add(new Wrong(line(one.code()), CatalogueSheet.SUCCESSOR, sentence));
    }

    private void addIf(boolean is, JobRow row, String column, String sentence) {
        if (is) {
            wrong.add(new Wrong(row.line(), column, sentence));
        }
    }
}
