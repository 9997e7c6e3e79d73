package org.gongkao.cycle;

/** 方案问题。One thing wrong with a year package: in which file, on which line, in which field, and how to mend it. */
public record Problem(String file, int line, String field, String sentence) {}
