package org.gongkao.shared;

import java.util.Map;
import java.util.Optional;

/** 按钮。What is on the buttons of forms that have several, by what they send as {@code act}: for pages that say which was pressed. */
public final class ButtonWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("accept", "审核通过"),
            Map.entry("approve", "通过"),
            Map.entry("change", "更换手机号"),
            Map.entry("code", "获取验证码"),
            Map.entry("consent", "同意再次退回"),
            Map.entry("forward", "转交下一级"),
            Map.entry("note", "保存核对结果"),
            Map.entry("open", "开立账号"),
            Map.entry("receive", "登记收到"),
            Map.entry("recover", "重设密码"),
            Map.entry("refuse", "退回重交"),
            Map.entry("register", "注册"),
            Map.entry("reject", "不予通过"),
            Map.entry("remark", "保存备注"),
            Map.entry("remind", "另定期限"),
            Map.entry("reopen", "恢复审核"),
            Map.entry("request", "提交申请"),
            Map.entry("return", "退回修改"),
            Map.entry("settle", "说明并了结"),
            Map.entry("uphold", "维持原决定"));

    private ButtonWords() {}

    public static Optional<String> of(String act) {
        return Optional.ofNullable(WORDS.get(act));
    }
}
