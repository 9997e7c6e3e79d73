/**
 * 违规处理: who filed false papers is heard, sanctioned by two people and barred from applying for a time; asked at every
 * entry. Closes applying, never an account.
 */
@ApplicationModule(allowedDependencies = {"person", "organisation", "cycle"})
@NullMarked
package org.gongkao.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
