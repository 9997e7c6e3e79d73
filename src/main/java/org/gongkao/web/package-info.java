/** What every request passes: arrival stamp, permission, page rendering, refusals as pages. Wiring, above all modules. */
@ApplicationModule
@NullMarked
package org.gongkao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
