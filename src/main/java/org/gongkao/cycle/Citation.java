package org.gongkao.cycle;

/** 政策文件。A document that the year rests on: its 文号, or empty where it has none, and its title. */
public record Citation(String number, String title) {}
