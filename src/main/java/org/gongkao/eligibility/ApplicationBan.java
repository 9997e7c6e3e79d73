package org.gongkao.eligibility;

import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** 禁止申报期。A time in which the person may not apply, because of false papers or misconduct, with its first and last day. */
public record ApplicationBan(
        @Nullable PartialDate from, @Nullable PartialDate to) implements Entry {}
