package org.gongkao.shared;

import java.util.List;

/** 用语。A value out of a closed list, as JSON, rules and pages name it; old papers may call it otherwise. */
public interface Word {

    /** The constant's name: the word in JSON and in rules. */
    String name();

    /** The word on screen. */
    String label();

    /** What old papers say for the same thing. */
    default List<String> synonyms() {
        return List.of();
    }

    default boolean isCalled(String text) {
        return name().equals(text) || label().equals(text) || synonyms().contains(text);
    }
}
