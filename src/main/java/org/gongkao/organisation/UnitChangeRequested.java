package org.gongkao.organisation;

/** 已提交单位变更申请。A 市直 or 省直 unit asks its agency for a change of its entry. */
public record UnitChangeRequested(long changeId, String agencyCode) {}
