/**
 * What would come out otherwise if the rules of a drafted or amended package held for the files of its year: one job over the
 * stored verdicts, its differences and counts. Decides nothing; a file stays on the rules with which it began.
 */
@ApplicationModule(allowedDependencies = {"application", "eligibility", "cycle"})
@NullMarked
package org.gongkao.application.reevaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
