/** Tests of what was promised to come later. */
@NullMarked
package org.gongkao.application.deferral;

import org.jspecify.annotations.NullMarked;
