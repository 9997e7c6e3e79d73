<<<<<<< HEAD
/** One test for each sentence of the notice, from the request to the database and what is told after it. */
=======
/** Flow tests, each named after a sentence of the notice. */
>>>>>>> 07ab156 (Let workers opt in to textbooks, and the unit confirm what it comes to)
@NullMarked
package org.gongkao.flows;

import org.jspecify.annotations.NullMarked;
