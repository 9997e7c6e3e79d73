package org.gongkao.eligibility;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Sex;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;

/**
 * 事实项。All that a rule can ask about a person, and nothing else: its name in JSON and in rules, and its name on screen.
 * What is not given is unknown; an empty list says that there is none.
 */
public enum Fact {
    DAY("day", "申报日期", FactKind.DATE),
    LEVEL("level", "申报等级", Level.values()),
    OCCUPATION("occupation", "申报工种", FactKind.TEXT),
    POST_KIND("postKind", "岗位类别", PostKind.values()),
    STAFF("staff", "人员类别", StaffKind.values()),
    SEX("sex", "性别", Sex.values()),
    BIRTH_DATE("birthDate", "出生日期（身份证）", FactKind.DATE),
    BIRTH_DATE_ON_FILE("birthDateOnFile", "出生日期（人事档案）", FactKind.DATE),
    RETIREMENT_CATEGORY("retirementCategory", "退休类别", RetirementCategory.values()),
    RETIRED("retired", "是否已办理退休手续", FactKind.FLAG),
    RETIREMENT_DEFERRED("retirementDeferred", "是否已办理弹性延迟退休", FactKind.FLAG),
    START_OF_WORK("startOfWork", "参加工作时间", FactKind.DATE),
    REGULAR_SINCE("regularSince", "转正定级时间", FactKind.DATE),
    INTERRUPTIONS("interruptions", "工龄中断", Interruption.class),
    EDUCATION("education", "学历", Education.values()),
    CERTIFICATES("certificates", "所持技能等级证书", HeldCertificate.class),
    WORK("work", "从业经历", WorkPeriod.class),
    APPRAISALS("appraisals", "年度考核", Appraisal.class),
    HONOURS("honours", "荣誉成果", Honour.class),
    DISCIPLINES("disciplines", "处分", Discipline.class),
    BANS("bans", "禁止申报期", ApplicationBan.class),
    FALSE_PROMISE("falsePromise", "是否有不实承诺记录", FactKind.FLAG),
    CAR_REFORM("carReform", "是否因公务用车改革转岗", FactKind.FLAG),
    EPIDEMIC_CIRCLE("epidemicCircle", "疫情防控一线人员", EpidemicCircle.values()),
    UNIT_RECOMMENDS("unitRecommends", "单位是否认可德才、业绩和身体条件", FactKind.FLAG);

    private final String key;
    private final String label;
    private final FactKind kind;
    private final List<Word> words;
    private final @Nullable Class<? extends Entry> entry;

    Fact(String key, String label, FactKind kind) {
        this(key, label, kind, List.of(), null);
    }

    Fact(String key, String label, Word[] words) {
        this(key, label, FactKind.WORD, List.of(words), null);
    }

    Fact(String key, String label, Class<? extends Entry> entry) {
        this(key, label, FactKind.LIST, List.of(), entry);
    }

    Fact(String key, String label, FactKind kind, List<Word> words, @Nullable Class<? extends Entry> entry) {
        this.key = key;
        this.label = label;
        this.kind = kind;
        this.words = words;
        this.entry = entry;
    }

    /** Its name in JSON and in rules. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public FactKind kind() {
        return kind;
    }

    /** The closed list of a {@link FactKind#WORD}. */
    public List<Word> words() {
        return words;
    }

    static Optional<Fact> of(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }

    /** Whether a value is one that this fact can have. */
    boolean takes(Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer;
            case DATE -> value instanceof PartialDate;
            case WORD -> value instanceof Word word && words.contains(word);
            case LIST ->
                value instanceof List<?> list && list.stream().allMatch(one -> entry != null && entry.isInstance(one));
        };
    }
}
