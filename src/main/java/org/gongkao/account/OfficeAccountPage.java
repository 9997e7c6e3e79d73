package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** One office's account, and what can be done about it. */
record OfficeAccountPage(OfficeAccountRow row, List<Line> facts, OfficeAccountForm form, List<Fault> faults) {}
