/**
 * 事中事后监管: an agency sees how the agencies below it review, draws spot checks that anybody entitled can repeat, and is
 * shown what is worth a look. It reads decisions and makes none: a decision is sent back by the move of the file itself.
 */
@ApplicationModule(allowedDependencies = {"application", "organisation", "cycle"})
@NullMarked
package org.gongkao.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
