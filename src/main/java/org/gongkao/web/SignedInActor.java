package org.gongkao.web;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Identified;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds who is signed in. */
final class SignedInActor {

    private SignedInActor() {}

    static @Nullable Actor orNull() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identified someone
                ? someone.actor()
                : null;
    }
}
