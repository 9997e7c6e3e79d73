package org.gongkao.eligibility;

import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** 工龄中断。A time that may not count as service; who decides on that is the agency, by the personnel file. */
public record Interruption(
        @Nullable PartialDate from, @Nullable PartialDate to) implements Entry {}
