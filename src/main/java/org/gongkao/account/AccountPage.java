package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Line;

/** One's own account: who one is, how it is protected, where it is signed in. */
record AccountPage(
        List<Line> facts,
        boolean worker,
        String secondFactor,
        String secondFactorAct,
        List<OwnSessions.Row> sessions) {}
