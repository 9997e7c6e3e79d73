package org.gongkao.organisation;

/** 单位变更申请已办结。The agency has approved or refused what the unit asked for; read the outcome on the request's page. */
public record UnitChangeDecided(long changeId, String number, String unitCode, boolean approved) {}
