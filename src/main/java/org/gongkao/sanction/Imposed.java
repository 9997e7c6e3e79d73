package org.gongkao.sanction;

/** 生效的处理决定。Whom a decision in force concerns, the exam year whose application it takes away, and the bar it sets. */
public record Imposed(long personId, int year, Bar bar) {}
