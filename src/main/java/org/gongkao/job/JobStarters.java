package org.gongkao.job;

import java.util.List;
import org.gongkao.shared.Actor;

/** 任务提交人。What a job has to know of the account that started it; the accounts themselves are kept further up. */
public interface JobStarters {

    /** Whether the account is still in use: asked before each row, since a job may outlast it. */
    boolean isInUse(Actor starter);

    /** The accounts whose work this one has taken over, one after another. */
    List<Long> takenOverBy(Actor successor);
}
