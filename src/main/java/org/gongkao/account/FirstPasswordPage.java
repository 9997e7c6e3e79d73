package org.gongkao.account;

/** The first password, on this one answer only. */
record FirstPasswordPage(String title, String userName, String password, boolean secondFactor) {

    @Override
    public String toString() {
        return "FirstPasswordPage[masked]";
    }
}
