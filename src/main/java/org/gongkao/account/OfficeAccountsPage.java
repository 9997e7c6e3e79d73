package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** The accounts of the offices below. */
record OfficeAccountsPage(String term, List<OfficeAccountRow> rows, String first, String next, List<Fault> faults) {}
