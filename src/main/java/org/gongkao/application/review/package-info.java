/** The officer's side of a file: the queues of an office, the findings on each item, the one decision, the decision on an objection. */
@ApplicationModule(
        allowedDependencies = {
            "application",
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
package org.gongkao.application.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
