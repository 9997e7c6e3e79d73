package org.gongkao.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * 年度考核结果。The grade of one year, whether it has been filed, and whether the person was 优秀共产党员 of that year, which some
 * rules count as 优秀.
 */
public record Appraisal(
        @Nullable Integer year,
        @Nullable AppraisalGrade grade,
        @Nullable FilingState filing,
        @Nullable Boolean outstandingMember)
        implements Entry {}
