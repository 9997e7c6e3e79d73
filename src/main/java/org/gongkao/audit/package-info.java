/** 留痕: who did, saw or was refused what, in lines that are only ever added and are sealed in a chain of hashes. */
@org.springframework.modulith.ApplicationModule(
        displayName = "留痕",
        allowedDependencies = {})
@NullMarked
package org.gongkao.audit;

import org.jspecify.annotations.NullMarked;
