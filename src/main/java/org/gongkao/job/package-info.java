/** 批量任务: runs many rows in pieces, goes on after a kill, shows progress and keeps a result for each row. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
