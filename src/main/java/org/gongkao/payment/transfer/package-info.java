/**
 * Bank transfers: a code that the payer writes into the purpose, the bank's statement that finance hands in, and whose money
 * each line of it is. The bank answers nobody: until its statement has come, nothing is known.
 */
@ApplicationModule(allowedDependencies = {"payment", "channel", "ledger"})
@NullMarked
package org.gongkao.payment.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
