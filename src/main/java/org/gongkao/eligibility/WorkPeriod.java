package org.gongkao.eligibility;

import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** 从业经历。A time without a break in one trade; {@code current} says that it lasts, and then {@code to} has no meaning. */
public record WorkPeriod(
        @Nullable String occupation,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable Boolean current) implements Entry {}
