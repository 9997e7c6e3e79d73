/** Keeps uploaded files by the hash of their content: received, sniffed, scanned where a scanner stands, then claimed by what they belong to or dropped. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.gongkao.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
