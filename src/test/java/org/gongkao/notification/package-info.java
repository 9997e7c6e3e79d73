/** Tests of who is told what, and how often. */
@NullMarked
package org.gongkao.notification;

import org.jspecify.annotations.NullMarked;
