/** 账号: registration, sign-in, sessions and second factor, offices' accounts and their hand-over. Makes the actor. */
@ApplicationModule(allowedDependencies = {"person", "organisation", "cycle", "worker"})
@NullMarked
package org.gongkao.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
