/**
 * Alipay as one channel of the house, by the provider's own program: codes to scan, notifications, refunds, the daily bill.
 * What is not signed, fresh and whole is no answer.
 */
@ApplicationModule(allowedDependencies = {"channel"})
@NullMarked
package org.gongkao.channel.alipay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
