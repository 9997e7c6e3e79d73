package org.gongkao.cycle;

/** 差异。One field in which two year packages differ; an empty text where one of them does not have it. */
public record Difference(String field, String label, String before, String after) {}
