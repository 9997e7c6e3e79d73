package org.gongkao.application.levelone;

import java.time.Instant;

/** 岗位设置情况。What a unit states of its skilled posts in one year: all of them, level one as approved, level one as filled. */
record PostFigures(
        long id,
        String unitCode,
        int year,
        int version,
        int posts,
        int approved,
        int held,
        String basis,
        String reason,
        String actorName,
        Instant at) {

    int vacant() {
        return approved - held;
    }

    boolean saysTheSameAs(int otherPosts, int otherApproved, int otherHeld, String otherBasis, String otherReason) {
        return posts == otherPosts
                && approved == otherApproved
                && held == otherHeld
                && basis.equals(otherBasis)
                && reason.equals(otherReason);
    }

    /** In whole numbers: no rounding lifts a share to just the year's. */
    static boolean isAbove(int share, int approved, int posts) {
        return approved * 100 > share * posts;
    }

    String words() {
        return "工勤技能岗位 " + posts + " 个，核定一级 " + approved + " 个，已聘 " + held + " 人，空缺 " + vacant() + " 个";
    }
}
