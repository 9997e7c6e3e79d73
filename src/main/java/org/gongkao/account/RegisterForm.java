package org.gongkao.account;

import org.jspecify.annotations.Nullable;

/** What a worker typed to register; kept as typed, never printed. */
record RegisterForm(
        String name,
        String number,
        String phone,
        String code,
        String term,
        String unit,
        String password,
        String again) {

    static final RegisterForm EMPTY = new RegisterForm("", "", "", "", "", "", "", "");

    RegisterForm(
            @Nullable String name,
            @Nullable String number,
            @Nullable String phone,
            @Nullable String code,
            @Nullable String term,
            @Nullable String unit,
            @Nullable String password,
            @Nullable String again) {
        this.name = text(name);
        this.number = text(number);
        this.phone = text(phone);
        this.code = text(code);
        this.term = text(term);
        this.unit = text(unit);
        this.password = text(password);
        this.again = text(again);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    @Override
    public String toString() {
        return "RegisterForm[masked]";
    }
}
