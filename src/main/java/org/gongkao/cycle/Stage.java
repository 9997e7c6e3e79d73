package org.gongkao.cycle;

/**
 * 阶段。One of the year's stages as the notice lists them, with the window that it shows. The lead is
 * one sentence for everybody; <code>{截止}</code> in it stands for the window's end.
 */
public record Stage(int number, String name, Window window, String lead) {}
