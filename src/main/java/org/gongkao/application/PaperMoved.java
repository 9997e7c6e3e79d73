package org.gongkao.application;

/** 纸质材料已办理。The paper file of a level-one application was received, forwarded or given back; what it was stands in the act's line. */
public record PaperMoved(long actId) {}
