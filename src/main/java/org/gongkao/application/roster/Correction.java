package org.gongkao.application.roster;

/** 信息更正。A fact of an approved and paid worker that was recorded wrongly. The level is none: another fee hangs on it. */
record Correction(String number, Fact fact, String value, String reason) {

    /** 更正项目。What can be corrected after the approval. */
    enum Fact {
        NAME("姓名"),
        OCCUPATION("申报工种");

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
