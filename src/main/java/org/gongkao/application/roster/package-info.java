/** A unit's roster of approved and paid workers: confirmed line by line, frozen with version and hash, corrected by its agency. */
@ApplicationModule(allowedDependencies = {"application", "person", "organisation", "catalogue", "cycle", "payment"})
@NullMarked
package org.gongkao.application.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
