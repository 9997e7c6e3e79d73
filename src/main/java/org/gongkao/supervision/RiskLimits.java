package org.gongkao.supervision;

/**
 * 风险提示设置。From when on a way of deciding is worth a look. No document gives these numbers: they are settings of the year,
 * marked 待确认.
 *
 * @param fastSeconds a decision sooner than this after the same officer's last one is fast
 * @param fastCount so many fast decisions are shown
 * @param lenientPoints percentage points above the share that the other officers approve
 * @param lenientCount an officer with fewer decisions is not compared
 * @param nightFrom the hour at which the night begins, {@code nightTo} the hour at which it ends
 * @param nightCount so many decisions in one night are shown
 */
record RiskLimits(
        int fastSeconds,
        int fastCount,
        int lenientPoints,
        int lenientCount,
        int nightFrom,
        int nightTo,
        int nightCount) {}
