package org.gongkao.sanction;

/** 办案身份。What an actor is to one case; follows from office, person and who acted last, not from the account's role. */
enum Part {
    /** An officer of the agency that found it. */
    OFFICER("立案机构经办人"),
    /** That agency or the one above, by whose authority a decision is taken back. */
    AUTHORITY("立案机构或上一级机构经办人"),
    /** Of either agency, and never the one who opened or proposed what is decided. */
    SECOND_PERSON("立案机构或上一级机构的另一人"),
    PERSON("当事人");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
