/** One test for each sentence of the notice, from the request to the database and what is told after it. */
@NullMarked
package org.gongkao.flows;

import org.jspecify.annotations.NullMarked;
