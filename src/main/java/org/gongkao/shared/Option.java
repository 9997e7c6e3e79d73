package org.gongkao.shared;

/** 选项。One thing that can be picked in a select, a group of radios or of boxes; the note may be empty. */
public record Option(String value, String label, String note) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}
