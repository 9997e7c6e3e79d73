package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.gongkao.catalogue.OccupationNames;
import org.gongkao.shared.Faults;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 档案核查。Reads what was typed for a service record, in a form or a line of a spreadsheet; everything wrong is told at once. */
@Component
class ReadingRecords {

    /** Nobody was taken on younger, in whatever year. */
    private static final int YOUNGEST = 14;

    private final OccupationNames occupations;

    ReadingRecords(OccupationNames occupations) {
        this.occupations = occupations;
    }

    /** The facts as far as they can be read; the caller refuses when anything was added to the faults. */
    ServiceFacts read(Map<RecordField, String> typed, LocalDate birth, Instant at, Faults faults) {
        var kept = new EnumMap<RecordField, String>(RecordField.class);
        for (var field : RecordField.values()) {
            var text = typed.getOrDefault(field, "").strip();
            if (text.isEmpty()) {
                faults.addIf(field.isNeeded(), name(field), "请填写" + field.label() + "。");
            } else {
                field.read(text)
                        .ifPresentOrElse(
                                value -> keep(kept, field, value), () -> faults.add(name(field), unreadable(field)));
            }
        }
        checkOccupation(kept, at, faults);
        checkDates(kept, Shanghai.day(at), faults);
        checkBirth(kept, birth, faults);
        var level = kept.containsKey(RecordField.APPOINTED_LEVEL);
        faults.addIf(
                level != kept.containsKey(RecordField.APPOINTED_SINCE),
                name(level ? RecordField.APPOINTED_SINCE : RecordField.APPOINTED_LEVEL),
                "聘任等级和聘任时间请都填写；没有聘任的都不填。");
        return new ServiceFacts(kept);
    }

    /** The field's name in the form: {@code startOfWork}. */
    static String name(RecordField field) {
        var words = field.name().toLowerCase(Locale.ROOT).split("_");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private static void keep(Map<RecordField, String> kept, RecordField field, String value) {
        if (!value.isEmpty()) {
            kept.put(field, value);
        }
    }

    private static String unreadable(RecordField field) {
        return switch (field.kind()) {
            case TEXT, OCCUPATION -> field.label() + "最多填 " + RecordField.LONGEST + " 个字，不能有特殊符号，请改短后再填。";
            case DATE -> field.label() + "写法不对，请按“2005-09”或“2005年9月”的样子填写。";
            case INTERRUPTIONS -> "工龄中断写法不对，请按“2008-03至2009-06（停薪留职）”的样子填写，几段之间用分号。";
            case CHOICE, LEVEL ->
                field.label() + "应为："
                        + String.join(
                                "、",
                                field.options().stream().map(one -> one.label()).toList()) + "，请改为其中一项。";
            case YES_NO -> field.label() + "请填“是”或“否”。";
        };
    }

    private void checkOccupation(Map<RecordField, String> kept, Instant at, Faults faults) {
        var occupation = kept.get(RecordField.OCCUPATION);
        faults.addIf(
                occupation != null && occupations.find(occupation, at).isEmpty(),
                name(RecordField.OCCUPATION),
                "工种目录中没有“" + occupation + "”，请按目录的名称填写。");
    }

    private static void checkDates(Map<RecordField, String> kept, LocalDate today, Faults faults) {
        var start = date(kept, RecordField.START_OF_WORK);
        for (var field : RecordField.values()) {
            var date = field.kind() == RecordField.Kind.DATE ? date(kept, field) : null;
            if (date == null) {
                continue;
            }
            if (date.isAfter(today)) {
                faults.add(name(field), field.label() + "晚于今天，请核对后重填。");
            } else if (start != null && field != RecordField.GRADUATED_ON && date.isSurelyBefore(start)) {
                faults.add(name(field), field.label() + "早于参加工作时间，请核对后重填。");
            }
        }
        for (var one : new ServiceFacts(kept).interruptions()) {
            faults.addIf(
                    one.begins().isAfter(today)
                            || (start != null && one.begins().isSurelyBefore(start)),
                    name(RecordField.INTERRUPTIONS),
                    "工龄中断“" + one.begins() + "”早于参加工作时间或晚于今天，请核对后重填。");
        }
    }

    private static void checkBirth(Map<RecordField, String> kept, LocalDate birth, Faults faults) {
        var youngest = new PartialDate(birth.getYear() + YOUNGEST, birth.getMonthValue(), birth.getDayOfMonth());
        var start = date(kept, RecordField.START_OF_WORK);
        faults.addIf(
                start != null && start.isSurelyBefore(youngest),
                name(RecordField.START_OF_WORK),
                "参加工作时间早于 " + YOUNGEST + " 周岁，请核对参加工作时间和身份证号码。");
    }

    private static @org.jspecify.annotations.Nullable PartialDate date(
            Map<RecordField, String> kept, RecordField field) {
        var value = kept.get(field);
        return value == null ? null : PartialDate.parse(value).orElse(null);
    }
}
