package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;

/** The form to ask for a re-binding. */
record NewCorrectionPage(CorrectionForm form, String note, List<Fault> faults) {}
