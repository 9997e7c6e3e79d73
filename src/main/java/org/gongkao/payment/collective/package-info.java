/**
 * A unit pays for many of its people in one order: who is in it, what of the sum is whose, and how each of them stands. The
 * matters and their people are known by the modules that implement {@code payment.UnitCharges}.
 */
@ApplicationModule(allowedDependencies = {"payment", "channel"})
@NullMarked
package org.gongkao.payment.collective;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
