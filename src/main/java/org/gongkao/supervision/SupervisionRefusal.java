package org.gongkao.supervision;

import org.gongkao.shared.Reason;

/** Why a spot check does not go on. */
enum SupervisionRefusal implements Reason {
    DRAWN_ALREADY(409, "此次抽查已经抽取，不能再抽第二次；需要另抽的，请重新登记一次抽查。"),
    NOT_DRAWN(409, "此次抽查还没有抽取，请先抽取再登记核查结果。"),
    UNJUDGED(409, "还有 %s 份没有核查结果，请全部核查后再结束抽查。"),
    ENDED_ALREADY(409, "此次抽查已经结束，不能再修改；有新的发现请重新登记一次抽查。"),
    TAMPERED(409, "名单或承诺值与登记时的不一致，不能抽取。请停止使用此次抽查，并联系系统管理员核对审计记录。");

    private final int status;
    private final String sentence;

    SupervisionRefusal(int status, String sentence) {
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
