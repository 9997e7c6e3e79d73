/** 工勤人员: who works at which unit, and whether the unit has confirmed it. Outlives any account. */
@ApplicationModule(allowedDependencies = {"person", "organisation"})
@NullMarked
package org.gongkao.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
