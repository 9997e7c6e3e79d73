/** 组织机构: regions, agencies, departments and units, who answers for whom, and every change of a unit with its date. */
@ApplicationModule(allowedDependencies = "cycle")
@NullMarked
package org.gongkao.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
