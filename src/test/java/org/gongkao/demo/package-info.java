/** Tests of what makes a demo possible. */
@NullMarked
package org.gongkao.demo;

import org.jspecify.annotations.NullMarked;
