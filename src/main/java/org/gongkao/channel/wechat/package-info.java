/** WeChat Pay, API v3, through the provider's own program: orders for screens and phones, refunds, statements, messages. */
@ApplicationModule(allowedDependencies = {"channel"})
@NullMarked
package org.gongkao.channel.wechat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
