/** Tests of the closing of a review and of what follows from it. */
@NullMarked
package org.gongkao.application.closing;

import org.jspecify.annotations.NullMarked;
