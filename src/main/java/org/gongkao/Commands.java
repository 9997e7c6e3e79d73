package org.gongkao;

import java.util.List;
import java.util.stream.Stream;

/** A program started for one command opens no port and does none of the platform's own work beside it. */
final class Commands {

    private static final String VERIFY_AUDIT = "--verify-audit";

    private Commands() {}

    static String[] complete(String[] arguments) {
        if (!List.of(arguments).contains(VERIFY_AUDIT)) {
            return arguments;
        }
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--server.port=-1", "--db-scheduler.enabled=false", "--logging.level.root=warn"))
                .toArray(String[]::new);
    }
}
