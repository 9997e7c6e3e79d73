package org.gongkao.application;

import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;

/**
 * 办理前提。What a nested part has against an act on a file, though the table of moves allows it. A bean of that part, asked in
 * the transaction of every act before it is written, and by pages that offer acts.
 */
public interface ActingCondition {

    Optional<Refusal> against(Application file, Act act, Actor by);
}
