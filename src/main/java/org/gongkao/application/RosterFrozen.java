package org.gongkao.application;

/** 花名册已定稿。A unit has frozen a version of its roster; {@code office} is the agency that answers for its files. */
public record RosterFrozen(String unitCode, String office, int year, int version) {}
