package org.gongkao.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Role;

/** 操作人名册。Who stands behind the accounts of the lines; told by the module that keeps accounts, since lines keep no names. */
public interface ActorNames {

    /** What to call these accounts on the auditor's page. */
    Map<Long, String> of(Collection<Long> accounts);

    /** Accounts whose name or user name is this text. */
    List<Long> matching(String text);

    /** The accounts of a role that are open, and what to call them. */
    Map<Long, String> withRole(Role role);
}
