/**
 * An agency closes its review of a year and reports it to the one above: the list and counts, what is still open, versions
 * with hash and stamped scan, acceptance, sending back, reopening. What was reported is decided on no further.
 */
@ApplicationModule(allowedDependencies = {"application", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.application.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
