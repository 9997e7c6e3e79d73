package org.gongkao.cycle;

/** 阶段。One of the year's stages as the notice lists them, with the window that it shows. */
public record Stage(int number, String name, Window window) {}
