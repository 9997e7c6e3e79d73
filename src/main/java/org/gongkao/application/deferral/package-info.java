/** 容缺后补 after the review: the promised material is handed in and judged, and what is not there in time ends the file. */
@ApplicationModule(allowedDependencies = {"application", "cycle"})
@NullMarked
package org.gongkao.application.deferral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
