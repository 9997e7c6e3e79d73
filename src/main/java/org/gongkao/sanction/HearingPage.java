package org.gongkao.sanction;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/**
 * 本人案件页面。What a person is told: what is alleged, how and by when to answer, what was decided and how to appeal.
 * {@code answerable} while the time to answer runs.
 */
record HearingPage(
        Brief brief,
        String number,
        Sign sign,
        String state,
        String meaning,
        List<Line> facts,
        List<Evidence> evidence,
        List<Line> statements,
        boolean answerable,
        String answerUntil,
        String appeal,
        List<LetterKind> letters,
        List<Line> history,
        String statement,
        List<Fault> faults) {}
