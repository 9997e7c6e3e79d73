package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** The form to register: what was typed, the units found, and the sentence about the code that was sent. */
record RegisterPage(
        RegisterForm form,
        String closes,
        String codeNote,
        List<Option> units,
        String unitNote,
        String register,
        List<Fault> faults) {}
