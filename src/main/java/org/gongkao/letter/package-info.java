/** Makes documents: a template's XHTML becomes a PDF/A file with its typeface inside, or is refused when a character has no shape. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
