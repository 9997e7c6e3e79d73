package org.gongkao.audit;

import java.util.Map;
import java.util.TreeMap;

/** What lines call their subjects, in the words of the page. A kind that is missing here is shown as it is written. */
final class SubjectKind {

    static final Map<String, String> LABELS = new TreeMap<>(Map.ofEntries(
            Map.entry("account", "账号"),
            Map.entry("application", "申报"),
            Map.entry("audit", "留痕"),
            Map.entry("charge", "缴费"),
            Map.entry("clock", "演示时间"),
            Map.entry("cycle", "年度计划"),
            Map.entry("file", "文件"),
            Map.entry("job", "批量任务"),
            Map.entry("person", "自然人"),
            Map.entry("rebinding", "账号重新绑定"),
            Map.entry("receipt", "电子票据"),
            Map.entry("sign-in", "登录名"),
            Map.entry("roster", "花名册"),
            Map.entry("textbook-handout", "教材发放单"),
            Map.entry("textbook-orders", "教材征订汇总"),
            Map.entry("textbook-stock", "教材库存"),
            Map.entry("textbooks", "教材征订"),
            Map.entry("unit", "单位"),
            Map.entry("unit-change", "单位变更"),
            Map.entry("worker", "工勤人员")));

    private SubjectKind() {}

    /** {@code application:17} as 申报 17. */
    static String inWords(String subject) {
        int colon = subject.indexOf(':');
        if (subject.startsWith("/") || colon < 0) {
            return subject.startsWith("/") ? "页面 " + subject : subject;
        }
        var kind = subject.substring(0, colon);
        return LABELS.getOrDefault(kind, kind) + " " + subject.substring(colon + 1);
    }
}
