package org.gongkao.shared;

import java.util.List;

/**
 * 演示账号。A bean of a demo only: who may sign in there and how, for the sign-in page ({@code shared/demoaccounts.jte}). Absent
 * in production.
 */
public interface DemoAccounts {

    /** 演示人员。One of the cast, as the list shows it. */
    record Persona(String username, String name, String role, String office) {}

    /** The password of all of them. */
    String password();

    List<Persona> list();
}
