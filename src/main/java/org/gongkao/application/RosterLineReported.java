package org.gongkao.application;

/** 花名册信息有误已报告。A unit says that a line is wrong; {@code office} is the agency that answers for the file. */
public record RosterLineReported(long checkId, String unitCode, String office) {}
