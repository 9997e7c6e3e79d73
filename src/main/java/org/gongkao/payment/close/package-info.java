/**
 * 日结对账: holds the book of a day against the channels' statements and the treasury's figures, gives each difference to somebody,
 * freezes the day, and shows finance what came, by day, channel, purpose, region and level. Money belongs to no office: each
 * finance officer sees all of it.
 */
@ApplicationModule(allowedDependencies = {"payment", "channel", "ledger", "organisation"})
@NullMarked
package org.gongkao.payment.close;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
