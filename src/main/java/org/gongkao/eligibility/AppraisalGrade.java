package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.shared.Word;

/** 年度考核等次。From the lowest to the highest; a year without a grade stands below every grade. */
public enum AppraisalGrade implements Word {
    ABSENT("未参加考核", "未考核"),
    UNGRADED("不定等次", "只写评语不定等次", "不确定等次"),
    FAILED("不合格", "不称职"),
    BASIC("基本合格", "基本称职"),
    COMPETENT("合格", "称职"),
    EXCELLENT("优秀");

    private final String label;
    private final List<String> synonyms;

    AppraisalGrade(String label, String... synonyms) {
        this.label = label;
        this.synonyms = List.of(synonyms);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
