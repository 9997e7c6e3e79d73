package org.gongkao.sms;

import org.gongkao.shared.Reason;

/** Why no message went out. */
public enum SmsRefusal implements Reason {
    NOT_SENT(409, "短信暂时没有发出去，请过几分钟再试，或到所在单位人事部门办理。");

    private final int status;
    private final String sentence;

    SmsRefusal(int status, String sentence) {
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
