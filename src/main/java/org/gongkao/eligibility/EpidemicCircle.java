package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 疫情一线人员。Which of the three circles of 豫人社办〔2020〕29号 a person stands in. */
public enum EpidemicCircle implements Word {
    OUTSIDE("不属于"),
    DESIGNATED_HOSPITAL("省定点医院领取防控一线补贴"),
    MEDICAL_TEAM("省级援助医疗队"),
    COMMENDED("省级以上抗击疫情专项表彰");

    private final String label;

    EpidemicCircle(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
