package org.gongkao.application;

/** 汇总上报已办理。An agency has closed its review and reported, or the one above has accepted, sent back or reopened it. */
public record ClosingMoved(long closingId, long actId) {}
