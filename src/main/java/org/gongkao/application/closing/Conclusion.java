package org.gongkao.application.closing;

import org.gongkao.shared.Sign;

/** 审查结论。What the review says of one file, as a report counts and lists it. */
enum Conclusion {
    APPROVED("审查通过", Sign.MET, ""),
    REJECTED("审查不通过", Sign.UNMET, ""),
    OBJECTED("申诉未决", Sign.DUE, "/reviews?desk=all&state=OBJECTED"),
    RETURNED("退回修改，未重新提交", Sign.DUE, "/reviews?desk=all&state=RETURNED"),
    UNDECIDED("本级未审结", Sign.DUE, "/reviews?desk=mine"),
    WITH_UNIT("单位、主管部门未审结", Sign.DUE, "/reviews?desk=all&state=IN_REVIEW"),
    LAPSED("逾期失效", Sign.NONE, ""),
    WITHDRAWN("本人撤销", Sign.NONE, ""),
    CANCELLED("取消申报", Sign.NONE, ""),
    FORFEITED("容缺未补，取消考核资格", Sign.NONE, "");

    private final String label;
    private final Sign sign;
    private final String list;

    Conclusion(String label, Sign sign, String list) {
        this.label = label;
        this.sign = sign;
        this.list = list;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    /** Where the agency finds what is still open; empty where nothing is. */
    String list() {
        return list;
    }

    /** May still come before the agency, or is with it. */
    boolean isOpen() {
        return !list.isEmpty();
    }
}
