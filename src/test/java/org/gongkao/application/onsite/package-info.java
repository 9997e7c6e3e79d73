/** Tests of appointments, of the desk, and of what is told about originals. */
@NullMarked
package org.gongkao.application.onsite;

import org.jspecify.annotations.NullMarked;
