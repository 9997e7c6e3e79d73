package org.gongkao.cycle;

/** 办理事项。Who has to do what within a window, in the notice's words. */
public record Duty(String who, String what, Window window) {}
