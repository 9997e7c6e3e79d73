package org.gongkao.worker;

import org.gongkao.shared.PartialDate;

/** One worker in the unit's list of records. */
record RecordedRow(
        long personId,
        String name,
        String maskedNumber,
        RecordState state,
        String post,
        String occupation,
        String startOfWork,
        int appraised) {

    String started() {
        return PartialDate.parse(startOfWork).map(PartialDate::words).orElse("");
    }

    String lastAppraisal() {
        return appraised == 0 ? "没有" : appraised + "年";
    }
}
