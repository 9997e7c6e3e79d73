package org.gongkao.account;

import org.gongkao.shared.Reason;

/** Why an account cannot be opened, used or changed. */
public enum AccountRefusal implements Reason {
    CODE_TOO_SOON(409, "验证码刚刚发送过，请等 60 秒再获取。"),
    CODE_TOO_MANY(409, "这个手机号今天获取验证码的次数已用完，请明天再试，或到所在单位人事部门办理。"),
    CODE_TOO_MANY_HERE(409, "您所在网络获取验证码过于频繁，请一小时后再试。"),
    CODE_WRONG(422, "验证码不对，请核对最近一条短信。"),
    CODE_EXPIRED(422, "验证码已失效，请重新获取后填写最近一条短信里的六位数字。"),
    USER_NAME_TAKEN(409, "这个用户名已经有人使用，请换一个。"),
    ALREADY_REGISTERED(409, "这个身份证号码已经注册过账号，请直接登录。忘记密码可用手机验证码重设；手机号已停用的，请带身份证到所在单位人事部门办理重新绑定。"),
    REGISTRATION_CLOSED(409, "现在不在网上注册报名时间内，不能注册新账号。%s已注册的请直接登录，有疑问请拨打咨询电话。");

    private final int status;
    private final String sentence;

    AccountRefusal(int status, String sentence) {
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
