package org.gongkao.file;

/** What the content says of itself. */
record Sniffed(FileType type, int width, int height, int pages) {}
