/**
 * One worker's application for one level and occupation in one cycle: the file, its one machine, what it holds and its history.
 * What a worker does to it is {@code filling}, what an office does to it is {@code review}; both know this package; this
 * package knows neither, and neither knows the other.
 */
@ApplicationModule(
        allowedDependencies = {
            "eligibility",
            "sanction",
            "worker",
            "person",
            "organisation",
            "catalogue",
            "cycle",
            "payment"
        })
@NullMarked
package org.gongkao.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
