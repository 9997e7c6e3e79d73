package org.gongkao.payment;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.Fault;

/** What was typed, asked for once more because it must not go on into a list's address; {@code typed} are the list's other fields. */
record PayerPage(SearchField search, Map<String, String> typed, List<Fault> faults) {}
