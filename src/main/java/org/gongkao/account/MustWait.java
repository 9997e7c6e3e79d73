package org.gongkao.account;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** No try now from this source; carries the sentence that says why and how long. Says nothing about the account. */
class MustWait extends LockedException {

    private final String sentence;

    private MustWait(String sentence) {
        super("wait");
        this.sentence = sentence;
    }

    /** Too many wrong passwords; told in whole minutes. */
    static MustWait after(Duration time) {
        long minutes = Math.max(1, (time.toSeconds() + 59) / 60);
        return new MustWait("密码多次输错，请 " + minutes + " 分钟后再试；也可以点“忘记密码”，用手机验证码重设。");
    }

    /** Too many at once from one network. */
    static MustWait busy() {
        return new MustWait("从您所在网络登录的人太多，请等半分钟再试，或换个网络（如改用手机流量）登录。");
    }

    String sentence() {
        return sentence;
    }
}
