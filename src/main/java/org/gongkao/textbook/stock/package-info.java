/**
 * 教材库存与发放: an agency books what arrives, hands out to units against what they paid for, the unit receives by name and gives
 * each book to its worker. Nothing is erased: what was wrong is set right by an act of its own, with a reason.
 */
@ApplicationModule(allowedDependencies = {"textbook", "person", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.textbook.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
