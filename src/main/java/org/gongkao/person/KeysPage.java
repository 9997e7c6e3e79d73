package org.gongkao.person;

import java.util.List;
import org.gongkao.shared.Line;

/** Which content still stands under an earlier key. */
record KeysPage(List<Line> stale, boolean startable) {}
