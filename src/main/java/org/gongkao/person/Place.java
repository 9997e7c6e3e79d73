package org.gongkao.person;

import java.nio.charset.StandardCharsets;

/** 密文位置。The column and row that a sealed value belongs to; moved elsewhere it does not open. */
public record Place(String column, long row) {

    byte[] bytes() {
        return (column + "#" + row).getBytes(StandardCharsets.UTF_8);
    }
}
