/** The platform's wiring: the application class and what binds the modules to the framework. */
@NullMarked
package org.gongkao;

import org.jspecify.annotations.NullMarked;
