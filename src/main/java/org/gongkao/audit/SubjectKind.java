package org.gongkao.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What lines call their subjects, in the words of the page. */
final class SubjectKind {

    private static final Pattern PROGRAMS_OWN = Pattern.compile("[a-z-]*");

    static final Map<String, String> LABELS = new TreeMap<>(Map.ofEntries(
            Map.entry("account", "账号"),
            Map.entry("agency", "工考管理机构"),
            Map.entry("application", "申报"),
            Map.entry("audit", "留痕"),
            Map.entry("charge", "缴费单"),
            Map.entry("clock", "演示时间"),
            Map.entry("closing", "审核汇总表"),
            Map.entry("collective", "单位缴费单"),
            Map.entry("correction", "账号更正"),
            Map.entry("cycle", "年度计划"),
            Map.entry("cycle-amendment", "补充通知"),
            Map.entry("day", "日结"),
            Map.entry("department", "主管部门"),
            Map.entry("difference", "对账差异"),
            Map.entry("discrepancy", "缴费差异"),
            Map.entry("file", "文件"),
            Map.entry("fiscal", "财政票据对账"),
            Map.entry("fiscal-line", "财政票据"),
            Map.entry("job", "批量任务"),
            Map.entry("ledger", "账簿"),
            Map.entry("money", "收支"),
            Map.entry("payment", "缴费"),
            Map.entry("person", "自然人"),
            Map.entry("posts", "岗位设置"),
            Map.entry("rebinding", "账号重新绑定"),
            Map.entry("receipt", "电子票据"),
            Map.entry("reevaluation", "复评"),
            Map.entry("refund", "退费"),
            Map.entry("refunds", "退费列表"),
            Map.entry("reviews", "审核列表"),
            Map.entry("roster", "花名册"),
            Map.entry("sanction", "违规处理"),
            Map.entry("sanctions", "违规处理列表"),
            Map.entry("sign-in", "登录名"),
            Map.entry("spot-check", "抽查"),
            Map.entry("statement", "对账单"),
            Map.entry("strangers", "未登录的请求"),
            Map.entry("supervision", "监管"),
            Map.entry("textbook-handout", "教材发放单"),
            Map.entry("textbook-orders", "教材征订汇总"),
            Map.entry("textbook-stock", "教材库存"),
            Map.entry("textbooks", "教材征订"),
            Map.entry("transfer", "银行流水"),
            Map.entry("unit", "单位"),
            Map.entry("unit-change", "单位变更"),
            Map.entry("worker", "工勤人员"),
            Map.entry("worker-move", "职工调动")));

    private SubjectKind() {}

    /** The subject of a kind and a key as the page shows the key: a unit's roster and its year stand apart there. */
    static String written(String kind, String key) {
        return kind + ":" + key.replace(' ', ':');
    }

    /** {@code application:17} as 申报 17. A key that is a word of the program's own is left out: the act says what was done. */
    static String inWords(String subject) {
        if (subject.startsWith("/")) {
            return "页面 " + subject;
        }
        var parts = subject.split(":", 2);
        var key = parts.length == 1 || PROGRAMS_OWN.matcher(parts[1]).matches() ? "" : " " + parts[1].replace(':', ' ');
        return LABELS.getOrDefault(parts[0], parts[0]) + key;
    }
}
