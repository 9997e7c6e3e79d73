package org.gongkao.payment;

import org.gongkao.shared.Money;

/** 收费项目。One named part of a fee, as the notice names it: 报名考试费, 培训费. */
public record FeePart(String name, Money amount) {}
