package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** 年度方案。One text of a year for one region: drafted, published, archived. */
record YearPackage(
        long id,
        String region,
        int year,
        @Nullable Integer version,
        String name,
        CycleState state,
        String baseText,
        String overlayText,
        String hash,
        int rowVersion,
        String draftedByName,
        Instant draftedAt,
        @Nullable Instant publishedAt) {

    YearPackage asSeenAt(int seen) {
        if (rowVersion != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** 2023年度 第1版, or 2023年度 拟定稿. */
    String title() {
        return name + (version == null ? " 拟定稿" : " 第" + version + "版");
    }
}
