package org.gongkao.application;

/** 现场审查已办理。An act on an appointment has been committed; what it was stands in the act's line. */
public record VisitActed(long visitId, long actId) {}
