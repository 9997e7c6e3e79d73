package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** The form to open an account for an office below. */
record OpenAccountPage(
        OfficeAccountForm form, List<Option> roles, List<Option> offices, String note, List<Fault> faults) {}
