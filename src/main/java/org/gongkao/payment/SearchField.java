package org.gongkao.payment;

import java.util.LinkedHashMap;
import java.util.Map;

/** 查找栏。The field by which each list of finance is looked through, at the same place on all of them. */
public record SearchField(String list, Map<String, String> kept, String term, String said, String also) {

    public String hint() {
        return "缴费人的姓名、身份证号码或申报编号，单位的名称或代码，缴费单号、订单号" + also;
    }

    /** What the form sends unseen: where it leads back to, and the filters that stay. */
    public Map<String, String> posted() {
        var posted = new LinkedHashMap<>(kept);
        posted.put("list", list);
        return posted;
    }

    public boolean isAsked() {
        return !term.isEmpty();
    }

    /** Who stands behind a mark. */
    public boolean isMark() {
        return !said.equals(term);
    }

    /** Why nothing is there, and what to try. */
    public String missing() {
        return "没有“" + said + "”的款项符合所选的条件。请核对是否写得完整，或查看全部。";
    }
}
