package org.gongkao.application.reevaluation;

import org.gongkao.shared.Reason;

/** 资格复评的拒绝理由。 */
enum ReevaluationRefusal implements Reason {
    NOTHING_STORED(409, "%s年度还没有已提交的申报，没有可以复评的资格结论；资格复评只对照同一年度的方案。"),
    UNDER_WAY(409, "按这份方案的复评正在进行，请等它办完，或者在任务页取消后再重新开始。");

    private final int status;
    private final String sentence;

    ReevaluationRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
