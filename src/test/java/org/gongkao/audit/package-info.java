/** Tests of the audit. */
@NullMarked
package org.gongkao.audit;

import org.jspecify.annotations.NullMarked;
