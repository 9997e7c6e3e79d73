/** What everybody may read without signing in: the year's time line, fees, subjects, occupations and documents. */
@ApplicationModule(allowedDependencies = {"cycle", "catalogue", "payment", "organisation"})
@NullMarked
package org.gongkao.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
