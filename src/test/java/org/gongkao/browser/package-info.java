/** Real pages in a real Chromium: what is seen, what the keyboard reaches, what axe finds. */
@NullMarked
package org.gongkao.browser;

import org.jspecify.annotations.NullMarked;
