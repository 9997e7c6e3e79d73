/** 教材征订汇总: what is ordered, paid, in stock and handed out, by occupation and level, for county, city and province; reads only. */
@ApplicationModule(allowedDependencies = {"textbook", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.textbook.rollup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
