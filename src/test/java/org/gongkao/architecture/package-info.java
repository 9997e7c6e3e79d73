/** The house's rules as tests: what a reviewer would otherwise have to notice each time. */
@NullMarked
package org.gongkao.architecture;

import org.jspecify.annotations.NullMarked;
