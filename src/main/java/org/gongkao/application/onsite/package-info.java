/** Originals of files that an office marked for it: times to bring them, received, compared page by page, and given back. */
@ApplicationModule(allowedDependencies = {"application", "person", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.application.onsite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
