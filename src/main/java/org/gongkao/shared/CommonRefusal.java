package org.gongkao.shared;

/** Refusals that mean the same in every module. */
public enum CommonRefusal implements Reason {
    /** Also said of what exists but is not before the actor's own office: its existence is not learnt. */
    NOT_FOUND(404, "没有找到您要办理的内容，请从首页或工作列表重新进入。"),
    NOT_YOURS_TO_DO(403, "您的账号没有办理此事的权限，如有需要请联系本单位管理员。"),
    CHANGED_MEANWHILE(409, "此内容刚刚被他人办理过，请看过最新情况后再办理。"),
    PAGE_TOO_OLD(403, "页面停留时间过长，或者您已在别处退出、重新登录，这次没有提交。请点浏览器的“后退”回到刚才的页面，先把填写的内容复制下来，再从首页重新进入办理。"),
    TOO_MANY_TRIES(409, "操作过于频繁，请过几分钟再试。");

    private final int status;
    private final String sentence;

    CommonRefusal(int status, String sentence) {
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
