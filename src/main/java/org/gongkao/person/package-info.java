/** 自然人: a person's name, ID number and phone. The only place that seals, indexes and reveals them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
