/** The occupations of the year's catalogue, the levels open for them and the subjects examined: sections of the year package. */
@ApplicationModule(allowedDependencies = {"cycle"})
@NullMarked
package org.gongkao.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
