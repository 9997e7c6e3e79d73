package org.gongkao.sanction;

import java.time.LocalDate;

/** 违规线索。What was found about a person: which paper or statement is false, when it was filed, the facts and the clause. */
public record Lead(long personId, LocalDate filedOn, String material, String facts, String clause) {}
