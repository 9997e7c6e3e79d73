/**
 * The year as data: a package per year (windows, calendar, settings, documents), frozen once published, changed only by
 * amendments. Publishes {@link org.gongkao.cycle.PackageSection}; knows no section of another module.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
