package org.gongkao.organisation;

/** 主管部门已停用。A department is closed; {@code office} is what its clerks acted for. */
public record DepartmentClosed(String office) {}
