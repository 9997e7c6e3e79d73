/** Tests of the wiring, and what all tests share: the database, the clock, the cast. */
@NullMarked
package org.gongkao;

import org.jspecify.annotations.NullMarked;
