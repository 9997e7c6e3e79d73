/** The worker's side of a file: choose, fill in, attach, confirm and submit, follow its way, withdraw, object. */
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
package org.gongkao.application.filling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
