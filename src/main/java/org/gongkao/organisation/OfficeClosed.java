package org.gongkao.organisation;

/** 机构已停用。A department was closed or a unit dissolved; {@code office} is what its clerks acted for. */
public record OfficeClosed(String office) {}
