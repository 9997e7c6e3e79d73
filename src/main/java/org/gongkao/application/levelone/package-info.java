/**
 * What level one asks beside the review: the unit's posts and its recommendation within them, and the one file on paper on its
 * way from office to office.
 */
@ApplicationModule(allowedDependencies = {"application", "person", "organisation", "catalogue", "cycle"})
@NullMarked
package org.gongkao.application.levelone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
