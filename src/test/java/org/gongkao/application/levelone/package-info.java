/** Tests of the recommendation for level one and of its file on paper. */
@NullMarked
package org.gongkao.application.levelone;

import org.jspecify.annotations.NullMarked;
