/** Tests of the worker's side of a file. */
@NullMarked
package org.gongkao.application.filling;

import org.jspecify.annotations.NullMarked;
