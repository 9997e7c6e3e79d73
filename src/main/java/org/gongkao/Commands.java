package org.gongkao;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** 命令。A program started for one command opens no port and does none of the platform's own work beside it. */
public final class Commands {

    private static final List<String> ALL = List.of(
            "--verify-audit",
            "--open-province-account",
            "--change-province-account",
            "--recompute-verdicts",
            "--verify-payments");

    private Commands() {}

    /** The arguments with what a command needs besides; those without a command stay as they are. */
    public static String[] complete(String[] arguments) {
        if (Arrays.stream(arguments).noneMatch(argument -> ALL.contains(argument.replaceFirst("=.*", "")))) {
            return arguments;
        }
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--server.port=-1",
                                "--db-scheduler.enabled=false",
                                "--logging.level.root=warn",
                                "--spring.main.banner-mode=off"))
                .toArray(String[]::new);
    }
}
