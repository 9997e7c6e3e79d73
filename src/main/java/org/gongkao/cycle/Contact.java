package org.gongkao.cycle;

/** 咨询方式。Who runs the year and where to ask. */
public record Contact(String host, String office, String address, String hotline) {}
