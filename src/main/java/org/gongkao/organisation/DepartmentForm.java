package org.gongkao.organisation;

import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;

/** A supervising department as it was typed. */
record DepartmentForm(String code, String name) {

    static final DepartmentForm EMPTY = new DepartmentForm("", "");

    DepartmentForm {
        code = SocialCreditCode.normalise(text(code));
        name = text(name).strip();
    }

    Department read(String agency) {
        var faults = new Faults();
        SocialCreditCode.fault(code).ifPresent(wrong -> faults.add("code", wrong.sentence()));
        faults.addIf(name.length() < 2 || name.length() > 100, "name", "主管部门名称应为2至100个字，请填写全称。");
        faults.refuse();
        return new Department(code, name, agency);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
