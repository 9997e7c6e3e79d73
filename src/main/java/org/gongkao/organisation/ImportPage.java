package org.gongkao.organisation;

import java.util.List;
import org.gongkao.shared.Fault;

/** The page from which a spreadsheet of units is read in. */
record ImportPage(List<String> columns, String limit, String accept, int most, List<Fault> faults) {}
