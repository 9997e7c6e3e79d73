/** Tests of the officer's side of a file. */
@NullMarked
package org.gongkao.application.review;

import org.jspecify.annotations.NullMarked;
