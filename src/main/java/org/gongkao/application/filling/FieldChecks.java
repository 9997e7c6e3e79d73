package org.gongkao.application.filling;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.gongkao.application.Field;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheet;
import org.gongkao.shared.Faults;
import org.gongkao.shared.PartialDate;
import org.gongkao.worker.Interruption;

/** 填报核查。What is wrong with what was typed, and what is still missing, each with the sentence beside its field. */
final class FieldChecks {

    private FieldChecks() {}

    /** What cannot be kept at all, since it is longer than the field or is none of the answers. */
    static Faults unfit(Sheet sheet, Filled filled) {
        return each(sheet, filled, FieldChecks::unfit);
    }

    /** What was typed and cannot be right; said at once, and again before handing in. */
    static Faults wrong(Sheet sheet, Filled filled, LocalDate today) {
        return each(sheet, filled, (field, value) -> wrong(field, value, today));
    }

    /** What a complete file needs beside: every field that is not optional, every column of a row begun; in the fields' order. */
    static Faults open(Sheet sheet, Filled filled, LocalDate today) {
        return each(
                sheet,
                filled,
                (field, value) -> !field.optional() && value.isEmpty() ? missing(field) : wrong(field, value, today));
    }

    private static String missing(Field field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, DATE, COMING_DATE, NUMBER, PERIODS -> "请填写" + field.label() + "。";
            case CHOICE -> "请选择" + field.label() + "。";
        };
    }

    private static Faults each(Sheet sheet, Filled filled, BiFunction<Field, String, String> check) {
        var faults = new Faults();
        for (var field : sheet.fields()) {
            add(faults, sheet.name(field), check.apply(field, filled.value(field.name())));
        }
        for (int row = 0; row < filled.rows().size(); row++) {
            for (var column : sheet.columns()) {
                add(faults, sheet.name(row, column), check.apply(column, filled.value(row, column.name())));
            }
        }
        return faults;
    }

    private static void add(Faults faults, String name, String sentence) {
        faults.addIf(!sentence.isEmpty(), name, sentence);
    }

    private static String unfit(Field field, String value) {
        if (value.codePointCount(0, value.length()) > field.max()) {
            return field.label() + "最多填 " + field.max() + " 个字，请缩短后再保存。";
        }
        if (value.codePoints().anyMatch(code -> Character.isISOControl(code) && code != '\n' && code != '\r')) {
            return field.label() + "里有看不见的特殊符号，请重新填写。";
        }
        boolean known = field.kind() != Field.Kind.CHOICE
                || value.isEmpty()
                || field.options().stream().anyMatch(option -> option.value().equals(value));
        return known ? "" : "请从列出的几项里选择" + field.label() + "。";
    }

    private static String wrong(Field field, String value, LocalDate today) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case CHOICE -> "";
            case TEXT, LONG_TEXT -> printable(field, value);
            case DATE, COMING_DATE -> date(field, value, today);
            case NUMBER -> value.matches("\\d{1,2}") ? "" : field.label() + "请填数字，没有的填 0。";
            case PERIODS ->
                Interruption.parse(value)
                        .filter(periods -> !periods.isEmpty())
                        .map(readable -> "")
                        .orElse(field.label() + "写法不对，请按“2020-03至2020-11”的样子填写，几段之间用分号。");
        };
    }

    /** 申报表: what a phone's keyboard offers beside writing has no place in a document, and no glyph. */
    private static String printable(Field field, String value) {
        return value.codePoints()
                        .anyMatch(sign ->
                                Character.isEmojiPresentation(sign) || Character.getType(sign) == Character.PRIVATE_USE)
                ? field.label() + "里有表情等不能打印的符号，请删去。"
                : "";
    }

    private static String date(Field field, String value, LocalDate today) {
        return PartialDate.parse(value)
                .map(date ->
                        field.kind() == Field.Kind.DATE && date.isAfter(today) ? field.label() + "晚于今天，请核对后重填。" : "")
                .orElse(field.label() + "写法不对，请按“2005-09”或“2005年9月”的样子填写。");
    }
}
