/** One worker's application for one level and occupation in one cycle, and every office's act on it. */
@ApplicationModule(allowedDependencies = {"worker", "person", "organisation", "catalogue", "cycle", "payment"})
@NullMarked
package org.gongkao.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
