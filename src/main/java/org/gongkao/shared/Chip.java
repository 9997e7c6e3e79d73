package org.gongkao.shared;

import org.jspecify.annotations.Nullable;

/** 筛选项。A filter of a list as a link that carries the whole address; {@code here} marks the one in force. */
public record Chip(
        String label, String path, boolean here, @Nullable Sign sign) {

    public static Chip of(String label, String path, boolean here) {
        return new Chip(label, path, here, null);
    }
}
