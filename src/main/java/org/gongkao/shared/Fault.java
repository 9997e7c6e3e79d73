package org.gongkao.shared;

/** 填写错误。One thing wrong with one field: the field's name in the form, and the sentence beside it and in the summary. */
public record Fault(String field, String sentence) {}
