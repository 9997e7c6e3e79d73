package org.gongkao.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 分页。One screen of a list found by key: the rows, and the key from which the next screen goes on, if there is one. */
public record Page<T>(List<T> rows, @Nullable String next) {}
