package org.gongkao.person;

import org.gongkao.shared.Reason;

/** Why a person cannot be entered, found or changed. */
public enum PersonRefusal implements Reason {
    NOTHING_STALE(409, "全部内容都已使用现在的密钥，不用再更换。"),
    UNKNOWN(404, "没有找到这位人员，请核对身份证号码后重新查找。"),
    NUMBER_TAKEN(409, "这个身份证号码已经登记过，请直接登录；忘记密码可用手机验证码重设，手机号已停用的请到所在单位人事部门办理。"),
    NUMBER_HELD(409, "这个身份证号码已由另一人登记，请与身份证原件核对；两份登记确为同一人的，请先报市工考管理机构核实。"),
    PHONE_TAKEN(409, "这个手机号已经绑定了其他人的账号，请换一个手机号，或请那位同志先更换手机号。"),
    REASON_MISSING(422, "请写明查看完整号码的事由，4 至 100 个字。");

    private final int status;
    private final String sentence;

    PersonRefusal(int status, String sentence) {
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
