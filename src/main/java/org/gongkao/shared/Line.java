package org.gongkao.shared;

/** 栏目行。A label and its value, as a list of facts shows them. */
public record Line(String label, String value) {}
