package org.gongkao.account;

import java.util.List;

/** The accounts of the offices below. */
record OfficeAccountsPage(String term, List<OfficeAccountRow> rows) {}
