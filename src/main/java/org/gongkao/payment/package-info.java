/**
 * Charges and the channels that bring their money: knows a purpose, not an application. The second way to take money
 * does not exist. What a channel is stands in {@code channel}, the book of all money in {@code ledger}; each provider, refunds,
 * reconciliation and receipts are packages beside them that know this one.
 */
@ApplicationModule(allowedDependencies = {"person", "organisation", "cycle", "channel", "ledger"})
@NullMarked
package org.gongkao.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
