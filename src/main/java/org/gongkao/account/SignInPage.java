package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.DemoAccounts;
import org.gongkao.shared.Fault;
import org.jspecify.annotations.Nullable;

/** The page to sign in on; {@code notice} says why one is here again, {@code demo} lists a demo's cast. */
record SignInPage(String username, String notice, @Nullable DemoAccounts demo, List<Fault> faults) {}
