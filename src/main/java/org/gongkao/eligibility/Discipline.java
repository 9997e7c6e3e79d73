package org.gongkao.eligibility;

import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** 处分。A disciplinary measure with its first and last day. */
public record Discipline(
        @Nullable DisciplineKind kind,
        @Nullable PartialDate from,
        @Nullable PartialDate to) implements Entry {}
