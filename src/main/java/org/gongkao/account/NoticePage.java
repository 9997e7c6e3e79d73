package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** 告知页。What is collected and why, before anything is; {@code window} says until when registration is open. */
record NoticePage(boolean open, String window, List<Fault> faults) {}
