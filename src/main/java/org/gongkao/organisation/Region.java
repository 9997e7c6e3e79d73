package org.gongkao.organisation;

import org.jspecify.annotations.Nullable;

/**
 * 行政区划。A region with its code. {@code own} marks a functional zone that has no code in GB/T 2260: its code was given
 * here and carries a letter, so that no later national code can meet it.
 */
public record Region(String code, String name, @Nullable String superior, boolean own) {}
