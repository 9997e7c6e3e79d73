package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * 一级推荐。One line of what a unit did about recommending a file: the posts as they were on the screen, whether it goes beyond
 * them and why, the statement word for word, and who answers for it. A line that takes a recommendation back has no posts.
 */
record Recommendation(
        long id,
        RecommendationAct act,
        @Nullable Integer version,
        @Nullable Integer posts,
        @Nullable Integer approved,
        @Nullable Integer held,
        @Nullable String basis,
        @Nullable Integer vacant,
        @Nullable Integer earlier,
        boolean beyond,
        String reason,
        String statement,
        String statementHash,
        String responsible,
        String actorName,
        Instant at,
        boolean standing) {

    /** As the history of a file shows it. */
    String words() {
        return act.label() + "　" + actorName
                + (responsible.isEmpty() ? "" : "，责任人" + responsible)
                + (beyond ? "，超出空缺岗位" : "")
                + (reason.isEmpty() ? "" : "：" + reason)
                + (act == RecommendationAct.RECOMMEND && !standing ? "（现已无效）" : "");
    }

    String basisWords() {
        return "第 " + version + " 版：工勤技能岗位 " + posts + " 个，核定一级 " + approved + " 个，已聘 " + held + " 人（" + basis + "）";
    }

    String placeWords() {
        return "空缺 " + vacant + " 个，此前已推荐 " + earlier + " 人" + (beyond ? "，本次超出" : "，没有超出");
    }

    String day() {
        return Shanghai.minute(at);
    }
}
