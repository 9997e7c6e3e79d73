package org.gongkao.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.PartialDate;

/**
 * 档案栏目。What the unit's spreadsheet, the form and the page of a service record ask, in this order; the one place that
 * says so. Kept under the constant's name in one spelling, dates as precisely as they are known.
 */
enum RecordField {
    POST("现岗位", Kind.TEXT, true, "如 锅炉操作、保育、汽车驾驶"),
    POST_KIND("岗位类别", PostKind.values(), true),
    EMPLOYMENT("用人形式", EmploymentForm.values(), true),
    START_OF_WORK("参加工作时间", Kind.DATE, true, "以人事档案为准；只知道年月填 2005-09，只知道年份填 2005"),
    SETTLED_ON("转正定级时间", Kind.DATE, false, "如 2006-09"),
    INTERRUPTIONS("工龄中断", Kind.INTERRUPTIONS, false, "如 2008-03至2009-06（停薪留职），几段之间用分号；没有的不填"),
    EDUCATION("学历", Education.values(), true),
    GRADUATED_ON("毕业时间", Kind.DATE, false, "如 1998-07"),
    RETIREMENT("退休类别", RetirementCategory.values(), true),
    OCCUPATION("现从事工种", Kind.OCCUPATION, true, "与工种目录的名称一致"),
    OCCUPATION_SINCE("从事现工种时间", Kind.DATE, true, "开始从事这个工种的时间"),
    APPOINTED_LEVEL("聘任等级", Kind.LEVEL, false, "如 三级；没有聘任的不填"),
    APPOINTED_SINCE("聘任时间", Kind.DATE, false, "如 2019-01"),
    CAR_REFORM("公车改革转岗", Kind.YES_NO, false, "因公务用车制度改革改变工种的填 是"),
    CHECKED("已对照人事档案", Kind.YES_NO, false, "以上各项已与人事档案核对一致的填 是");

    /** 填写方式。How the answer is typed. */
    enum Kind {
        TEXT,
        DATE,
        CHOICE,
        LEVEL,
        OCCUPATION,
        INTERRUPTIONS,
        YES_NO
    }

    static final int LONGEST = 40;

    private static final List<Option> YES_OR_NO = List.of(Option.of("YES", "是"), Option.of("NO", "否"));

    private final String label;
    private final Kind kind;
    private final boolean needed;
    private final String hint;
    private final Choice[] choices;

    RecordField(String label, Kind kind, boolean needed, String hint) {
        this.label = label;
        this.kind = kind;
        this.needed = needed;
        this.hint = hint;
        this.choices = new Choice[0];
    }

    RecordField(String label, Choice[] choices, boolean needed) {
        this.label = label;
        this.kind = Kind.CHOICE;
        this.needed = needed;
        this.hint = "";
        this.choices = choices;
    }

    String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    boolean isNeeded() {
        return needed;
    }

    String hint() {
        return hint;
    }

    List<Option> options() {
        return switch (kind) {
            case CHOICE -> Choice.options(choices);
            case LEVEL ->
                Arrays.stream(Level.values())
                        .map(level -> Option.of(String.valueOf(level.number()), level.full()))
                        .toList();
            case YES_NO -> YES_OR_NO;
            case TEXT, DATE, OCCUPATION, INTERRUPTIONS -> List.of();
        };
    }

    /** What was typed in its one spelling, or nothing when it cannot be read. Whether an occupation exists is asked elsewhere. */
    Optional<String> read(String typed) {
        var text = typed.strip();
        return switch (kind) {
            case TEXT, OCCUPATION ->
                Optional.of(text)
                        .filter(one -> one.codePointCount(0, one.length()) <= LONGEST
                                && one.codePoints().noneMatch(Character::isISOControl));
            case DATE -> PartialDate.parse(text).map(PartialDate::toString);
            case CHOICE -> Choice.parse(choices, text).map(Choice::name);
            case LEVEL -> level(text).map(level -> String.valueOf(level.number()));
            case INTERRUPTIONS ->
                Interruption.parse(text)
                        .map(list -> String.join(
                                "；", list.stream().map(Interruption::toString).toList()));
            case YES_NO -> yesOrNo(text);
        };
    }

    /** The kept answer as people read it. */
    String words(String kept) {
        return switch (kind) {
            case TEXT, OCCUPATION, INTERRUPTIONS -> kept;
            case DATE -> PartialDate.parse(kept).map(PartialDate::words).orElse(kept);
            case CHOICE, LEVEL, YES_NO ->
                options().stream()
                        .filter(option -> option.value().equals(kept))
                        .map(Option::label)
                        .findFirst()
                        .orElse(kept);
        };
    }

    /** 三级, 高级工, 三级高级工, 三级（高级工） and 3 are the same. */
    static Optional<Level> level(String typed) {
        var text = Choice.plain(typed).replaceAll("[()]", "");
        return Arrays.stream(Level.values())
                .filter(level -> text.equals(String.valueOf(level.number()))
                        || text.equals(level.label())
                        || text.equals(level.title())
                        || text.equals(level.label() + level.title()))
                .findFirst();
    }

    static Optional<String> yesOrNo(String typed) {
        return switch (typed.strip()) {
            case "是", "YES", "有", "已备案", "√" -> Optional.of("YES");
            case "否", "NO", "无", "未备案", "没有" -> Optional.of("NO");
            default -> Optional.empty();
        };
    }
}
