/** Textbooks: ordered by each worker's own will, counted and sent in by the unit. Money and hand-out come later. */
@ApplicationModule(allowedDependencies = {"application", "payment", "person", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.textbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
