/**
 * Facts in, verdict out: which condition of which document is met, not met or still to be proven, and what would change
 * that. Pure: the rules are a section of the year package, the verdict a function of the facts and the package. Knows no
 * database, no application, no person's name.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "cycle"})
@NullMarked
package org.gongkao.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
