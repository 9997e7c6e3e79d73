package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;

/** The form with which the new unit asks for a worker. */
record MoveFormPage(MoveForm form, List<Fault> faults) {}
