/**
 * Charges and the channels that bring their money: knows a purpose, not an application. The second way to take money
 * does not exist.
 */
@ApplicationModule(allowedDependencies = {"person", "organisation", "cycle"})
@NullMarked
package org.gongkao.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
