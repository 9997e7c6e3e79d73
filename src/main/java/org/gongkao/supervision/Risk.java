package org.gongkao.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 风险线索。One sign about one officer, with the facts it is made of in words. */
record Risk(RiskKind kind, Officer officer, String facts) {

    /**
     * 审核员情况。What one officer of an agency decided in this year, and what all the other officers in the range did.
     *
     * @param fast decisions sooner after the last one than the limit; those of one batch are decided at one instant and do
     *     not count
     * @param nightly the most decisions within one night, {@code evening} the day on which that night began
     */
    record Officer(
            String office,
            long accountId,
            String name,
            long decided,
            long approved,
            long fast,
            double fastPace,
            long nightly,
            @Nullable LocalDate evening,
            long othersDecided,
            long othersApproved) {}

    static List<Risk> of(Officer officer, RiskLimits limits) {
        var risks = new ArrayList<Risk>();
        if (officer.fast() >= limits.fastCount()) {
            risks.add(new Risk(
                    RiskKind.FAST,
                    officer,
                    officer.fast() + " 份决定距上一份不足 " + limits.fastSeconds() + " 秒，平均 " + Math.round(officer.fastPace())
                            + " 秒一份（批量办理的不计）"));
        }
        if (isLenient(officer, limits)) {
            risks.add(new Risk(
                    RiskKind.LENIENT,
                    officer,
                    officer.decided() + " 份决定中通过 " + Share.of(officer.approved(), officer.decided()) + "，其他审核员平均 "
                            + Share.of(officer.othersApproved(), officer.othersDecided())));
        }
        var evening = officer.evening();
        if (evening != null && officer.nightly() >= limits.nightCount()) {
            risks.add(new Risk(
                    RiskKind.NIGHT,
                    officer,
                    Shanghai.date(evening) + " " + limits.nightFrom() + ":00 至次日 " + limits.nightTo() + ":00 作出 "
                            + officer.nightly() + " 份决定"));
        }
        return risks;
    }

    /** In whole numbers: {@code approved/decided >= othersApproved/othersDecided + points/100}. */
    private static boolean isLenient(Officer officer, RiskLimits limits) {
        return officer.decided() >= limits.lenientCount()
                && officer.othersDecided() >= limits.lenientCount()
                && 100 * (officer.approved() * officer.othersDecided() - officer.othersApproved() * officer.decided())
                        >= limits.lenientPoints() * officer.decided() * officer.othersDecided();
    }
}
