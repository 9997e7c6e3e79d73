/** Electronic fiscal receipts of settled charges: queued once, issued, red-marked, issued anew; four fields and the document are kept. */
@ApplicationModule(allowedDependencies = {"payment", "person", "organisation", "cycle"})
@NullMarked
package org.gongkao.payment.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
