package org.gongkao.catalogue;

/** 考核科目。A subject as it is examined at one level, with its full marks. */
public record ExaminedSubject(Subject subject, int fullMarks) {}
