package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 荣誉成果类别。What was granted. */
public enum HonourKind implements Word {
    MODEL_WORKER("劳动模范、先进工作者"),
    LABOUR_MEDAL("五一劳动奖章"),
    COMMENDATION("党委、政府或省级部门表彰"),
    SKILL_EXPERT("技术能手"),
    CONTEST("技能竞赛"),
    INNOVATION("技术革新、发明创造"),
    INVENTION_PATENT("发明专利"),
    UTILITY_PATENT("实用新型专利"),
    OTHER_HONOUR("其他");

    private final String label;

    HonourKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
