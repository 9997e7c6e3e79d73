/** 短信: one sender behind configuration, and an outbox that a demo shows instead. Knows text and number, nobody's account. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
