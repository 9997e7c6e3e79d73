package org.gongkao.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 页面框架来源。A bean of the module that knows one line around the content: the office's name, the cycle's, a count. */
public interface ChromeSource {

    /** 框架行。The lines that a module may fill. */
    enum Line {
        OFFICE,
        CYCLE,
        CLOCK_NOTICE
    }

    default @Nullable String line(Line line, @Nullable Actor actor, Instant arrived) {
        return null;
    }

    /** Who runs the year; only the module that knows the year answers. */
    default Chrome.@Nullable Organiser organiser(Instant arrived) {
        return null;
    }

    /** How many things wait in the room at this path for this actor; 0 shows nothing. */
    default int count(String path, Actor actor) {
        return 0;
    }

    /** True for a room that is shown only while there is something in it, and this actor has nothing there. */
    default boolean isBare(String path, Actor actor) {
        return false;
    }
}
