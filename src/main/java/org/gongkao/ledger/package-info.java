/** The book of all money that came, went back or was remitted: double entry, only added to, each entry summing to zero. */
@ApplicationModule(allowedDependencies = {"channel"})
@NullMarked
package org.gongkao.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
