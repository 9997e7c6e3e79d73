/** Tests of the application and every office's act on it. */
@NullMarked
package org.gongkao.application;

import org.jspecify.annotations.NullMarked;
