/** 演示。What makes a trial possible without anything installed: embedded database, seeds, settable clock. Not in the jar. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.gongkao.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
