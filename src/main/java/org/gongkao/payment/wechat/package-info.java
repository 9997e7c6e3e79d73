/** WeChat Pay, API v3, through the provider's own program: orders for screens and phones, refunds, statements, messages. */
@ApplicationModule(allowedDependencies = {"payment.channel"})
@NullMarked
package org.gongkao.payment.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
