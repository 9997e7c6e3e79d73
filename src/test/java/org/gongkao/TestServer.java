package org.gongkao;

import java.util.Map;

/** The PostgreSQL that tests run on: the embedded one, or one that is installed. */
public interface TestServer {

    String password(String role);

    String url(String database);

    /** Makes an empty database of the owner's; its address. */
    String database(String name);

    /** What a test that plays the database administrator needs. */
    Map<String, String> superuser();
}
