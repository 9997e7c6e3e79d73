package org.gongkao.application;

/** 办理方。What an actor is to one file; follows from office and person, not from the account's role. */
enum Party {
    APPLICANT("申报人"),
    /** The office whose turn it is: unit, supervising department, county, city or province. */
    TIER_OFFICER("当前审核机构"),
    /** The agency that answers for the unit, while the file lies with the unit or its department. */
    ANSWERING_AGENCY("负责的工考管理机构"),
    /** The tier above the one that rejected, once the worker has objected. */
    SUPERIOR("上一级机构"),
    SYSTEM("系统");

    private final String label;

    Party(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
