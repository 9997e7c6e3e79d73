package org.gongkao.account;

import org.gongkao.shared.Reason;

/** Why an account cannot be opened, used or changed. */
public enum AccountRefusal implements Reason {
    CODE_TOO_SOON(409, "验证码刚刚发送过，请等 60 秒再获取。"),
    CODE_TOO_MANY(409, "这个手机号获取验证码的次数已用完，请 24 小时后再试；急用的可换个网络（如改用手机流量）再获取，注册的也可换一个本人使用的手机号。"),
    CODE_TOO_MANY_HERE(409, "您所在网络获取验证码过于频繁，请一小时后再试，或换个网络（如改用手机流量）。"),
    CODE_WRONG(422, "验证码不对，请核对最近一条短信。"),
    CODE_EXPIRED(422, "验证码已失效，请在这个浏览器里重新获取，再填写最近一条短信里的六位数字。"),
    SIGN_IN_WRONG(422, "用户名或密码不对，请核对后重新输入。身份证号码末位是字母的，请填 X。"),
    PASSWORD_WRONG(422, "现在的密码不对，请重新输入。"),
    PASSWORD_SAME(422, "新密码不能和现在的密码一样，请换一个。"),
    TRIES_TOO_MANY(409, "输错次数较多，请过几分钟再试。"),
    TOTP_WRONG(422, "动态口令不对，请看手机上当前显示的六位数字；手机时间要准。"),
    TOTP_REQUIRED(409, "机构账号必须使用动态口令，不能停用。换了手机的，请上一级机构重置账号后重新绑定。"),
    STEP_OVER(409, "登录步骤已经过期，请重新登录。"),
    CORRECTION_OPEN(409, "这位职工已有一件同样的申请在等待办理，请先办完那一件。"),
    CORRECTION_DECIDED(409, "这件申请刚刚办理过，请刷新后查看结果。"),
    CORRECTION_OWN(403, "自己提出的或涉及本人的申请须由另一位同志办理：可请本单位其他经办人，或负责本单位的工考管理机构办理。"),
    CONFIRMED_ELSEWHERE(409, "提出申请以后，这位职工已由其他单位核验，不能再按这件申请重新绑定，请选“不同意”并写明原因；确需办理的，由现在的单位或负责它的工考管理机构另行提出。"),
    HOLDER_HERE(409, "这位同志在这个机构已有一个在用的账号，一人在一个机构只用一个账号；确要更换的请先停用原来的。"),
    OFFICE_NOT_YOURS(403, "这个机构的账号不由您开立，请由它的上一级办理。"),
    ACCOUNT_CLOSED(409, "这个账号已经停用，请刷新后查看。"),
    PROVINCE_ACCOUNT_UNKNOWN(404, "没有这个用户名的省级账号，请核对用户名。"),
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
