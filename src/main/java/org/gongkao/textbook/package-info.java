/** 教材。Textbooks: ordered by each worker's own will, counted, sent in and paid by the unit in one sum, handed out and signed for. */
@ApplicationModule(allowedDependencies = {"application", "payment", "person", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.textbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
