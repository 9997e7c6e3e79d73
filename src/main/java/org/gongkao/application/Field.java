package org.gongkao.application;

import java.util.List;
import org.gongkao.shared.Option;
import org.gongkao.shared.PartialDate;

/** 填报项。One thing that is asked: its name, its words, how it is typed and how long it may be. */
public record Field(
        String name, String label, Kind kind, String hint, int max, boolean optional, List<Option> options) {

    /** 填报方式。How the answer is given. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE
    }

    static Field text(String name, String label, int max, String hint) {
        return new Field(name, label, Kind.TEXT, hint, max, false, List.of());
    }

    static Field longText(String name, String label, int max, String hint) {
        return new Field(name, label, Kind.LONG_TEXT, hint, max, false, List.of());
    }

    static Field date(String name, String label, String hint) {
        return new Field(name, label, Kind.DATE, hint, 20, false, List.of());
    }

    static Field choice(String name, String label, List<Option> options, String hint) {
        return new Field(name, label, Kind.CHOICE, hint, 40, false, options);
    }

    Field orNothing() {
        return new Field(name, label, kind, hint, max, true, options);
    }

    /** Few short answers are shown side by side, many open from a list. */
    public boolean isOpenChoice() {
        return kind == Kind.CHOICE && options.size() <= 4;
    }

    /** Words that fit side by side on a phone. */
    public boolean hasShortOptions() {
        return options.stream().allMatch(option -> option.label().length() <= 4);
    }

    /** The answer as it is read: a date in words, a choice by its label. */
    public String words(String value) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> value;
            case DATE -> PartialDate.parse(value).map(PartialDate::words).orElse(value);
            case CHOICE ->
                options.stream()
                        .filter(option -> option.value().equals(value))
                        .map(Option::label)
                        .findFirst()
                        .orElse(value);
        };
    }

    /** The answer as it is kept: without outer spaces, a date in one form. What is no date stays as typed. */
    String keep(String typed) {
        var text = typed.strip();
        return kind == Kind.DATE
                ? PartialDate.parse(text).map(PartialDate::toString).orElse(text)
                : text;
    }
}
