package org.gongkao.worker;

/** 职工已选择单位。A person whom no unit stands by any more, or none yet, named another unit; that one has not looked yet. */
public record UnitChosen(long personId) {}
