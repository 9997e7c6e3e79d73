/** 工勤人员: who works at which unit and whether it has confirmed it, what the personnel file says, certificates and appraisals. Outlives any account. */
@ApplicationModule(allowedDependencies = {"person", "organisation", "catalogue"})
@NullMarked
package org.gongkao.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
