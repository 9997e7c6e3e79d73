package org.gongkao.eligibility;

/** 事实类型。How a fact is written: a date is {@code 2014}, {@code 2014-12} or {@code 2014-12-01}. */
public enum FactKind {
    TEXT,
    FLAG,
    NUMBER,
    DATE,
    /** One word out of the list of the fact. */
    WORD,
    /** Entries, each with fields of its own. */
    LIST
}
