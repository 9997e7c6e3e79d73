package org.gongkao.sanction;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;

/** 立案页面。What is typed to open a case. */
record NewCasePage(Brief brief, LeadForm form, List<Fault> faults) {}
