package org.gongkao.organisation;

/** 主管部门。The department that supervises units and sees their applications before the agency does. */
public record Department(String code, String name, String agencyCode) {}
