package org.gongkao.worker;

import java.util.List;
import java.util.Optional;

/** 年度考核结果。What the yearly appraisal found; offices and institutions use different words for the same result. */
public enum AppraisalResult implements Choice {
    EXCELLENT("优秀", "优秀等次"),
    COMPETENT("合格", "称职", "合格（称职）"),
    BASIC("基本合格", "基本称职", "基本合格（基本称职）"),
    FAILED("不合格", "不称职", "不合格（不称职）"),
    UNGRADED("不定等次", "不确定等次", "未定等次"),
    ABSENT("未参加考核", "未参加", "不参加");

    private final String label;
    private final List<String> synonyms;

    AppraisalResult(String label, String... synonyms) {
        this.label = label;
        this.synonyms = List.of(synonyms);
    }

    @Override
    public String label() {
        return label;
    }

    static Optional<AppraisalResult> parse(String typed) {
        var text = Choice.plain(typed);
        for (var one : values()) {
            if (text.equals(one.label)
                    || one.synonyms.stream().map(Choice::plain).anyMatch(text::equals)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
