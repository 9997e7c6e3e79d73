/**
 * What a payment channel is to the house: takes an order, says how it stands, gives money back, sends messages, writes a
 * statement. Each provider is a package beside this one; none knows a charge.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
