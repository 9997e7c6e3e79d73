package org.gongkao.textbook;

/** 教材已发给本人。A unit has recorded that a worker has the book; the number is that of the record. */
public record TextbookGiven(long givingId) {}
