/** Tests of charges: the walk of their states, the second writer, and messages in any order. */
@NullMarked
package org.gongkao.payment;

import org.jspecify.annotations.NullMarked;
