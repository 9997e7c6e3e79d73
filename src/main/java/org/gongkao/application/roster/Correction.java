package org.gongkao.application.roster;

/** 信息更正。A fact of an approved and paid worker that was recorded wrongly. The level is refused: another fee hangs on it. */
record Correction(String number, Fact fact, String value, String reason) {

    /** 更正项目。What can be corrected after the approval. */
    enum Fact {
        NAME("姓名"),
        /** 性别 and 出生日期 follow from it. */
        NUMBER("证件号码"),
        OCCUPATION("申报工种"),
        LEVEL("申报等级");

        private final String label;

        Fact(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 更正内容。What it was and what it becomes, as people read it. */
    record Change(String before, String after) {}
}
