package org.gongkao.organisation;

/** What people type into a search box is text, never a pattern. */
final class Like {

    private Like() {}

    static String escape(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
