package org.gongkao.worker;

import java.time.Instant;

/** 年度考核。The result of one year, and whether it has been filed with the organisation and personnel departments (备案). */
public record Appraisal(
        long personId,
        int year,
        AppraisalResult result,
        boolean filed,
        StatedBy statedBy,
        int version,
        Instant recordedAt) {

    String filedWords() {
        return filed ? "已备案" : "未备案";
    }
}
