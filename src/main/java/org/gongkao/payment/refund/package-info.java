/**
 * Money that goes back: what the year's rules say, who asks, who decides, and the channel's word that it has gone. Only to
 * the channel and the order that it came by.
 */
@ApplicationModule(allowedDependencies = {"payment", "channel", "ledger", "cycle"})
@NullMarked
package org.gongkao.payment.refund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
