package org.gongkao.account;

/** 验证码用途。What a one-time code is good for; one issued for something else does not fit. */
enum Purpose {
    REGISTRATION("注册账号"),
    FORGOTTEN_PASSWORD("重设密码"),
    NEW_PHONE("更换手机号"),
    REBINDING("重新绑定账号"),
    SIGN_IN("登录");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
