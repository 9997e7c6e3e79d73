/** Value types that every module speaks: actor, office, level, money, refusal, clocks, pages. Knows no other module. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@NullMarked
package org.gongkao.shared;

import org.jspecify.annotations.NullMarked;
