package org.gongkao.account;

/** What a clerk typed to re-bind a worker's account, with the worker and the card before them. */
record CorrectionForm(String number, String phone, String code, String reason, boolean seen) {

    static final CorrectionForm EMPTY = new CorrectionForm("", "", "", "", false);

    @Override
    public String toString() {
        return "CorrectionForm[masked]";
    }
}
