package org.gongkao.application;

/** 办理条件。What has to be there before a move; each has its refusal. */
public enum Need {
    NOTHING("无", ApplicationRefusal.NOT_ALLOWED_NOW),
    COMPLETE_AND_PLEDGED("填报完整并已承诺", ApplicationRefusal.INCOMPLETE),
    UNIT_UNDECIDED("单位尚未审核", ApplicationRefusal.UNIT_HAS_DECIDED),
    ITEMS_DECIDED("逐项核对完毕，无不符合项", ApplicationRefusal.ITEMS_OPEN),
    DEFECTS_NAMED("逐项核对完毕，写明全部问题；初次退回时可见的，须上级同意", ApplicationRefusal.DEFECTS_MISSING),
    REASON_AND_CLAUSE("写明理由和依据", ApplicationRefusal.REASON_MISSING),
    REASON_GIVEN("写明理由", ApplicationRefusal.REASON_MISSING),
    OWN_DATE_GIVEN("另定期限", ApplicationRefusal.OWN_DATE_MISSING),
    CHARGE_SETTLED("费用已到账", ApplicationRefusal.CHARGE_NOT_SETTLED),
    NO_CHARGE_OPEN("没有未查明的缴费", ApplicationRefusal.CHARGE_UNKNOWN),
    DECISION_IN_FORCE("处理决定已生效", ApplicationRefusal.NO_DECISION),
    DECISION_REVOKED("处理决定已撤销，没有其他处理决定", ApplicationRefusal.NOT_ALLOWED_NOW),
    MISSED_THEN("当时因错过这一期限而失效", ApplicationRefusal.NOT_ALLOWED_NOW),
    UNIT_DISOWNS("单位没有确认申报人是本单位职工", ApplicationRefusal.NOT_ALLOWED_NOW),
    UNIT_LEFT("申报人已到别的单位，申报随之改路线", ApplicationRefusal.NOT_ALLOWED_NOW),
    PROMISE_BROKEN("承诺后补的材料到期未补", ApplicationRefusal.NOT_ALLOWED_NOW);

    private final String label;
    private final ApplicationRefusal otherwise;

    Need(String label, ApplicationRefusal otherwise) {
        this.label = label;
        this.otherwise = otherwise;
    }

    String label() {
        return label;
    }

    public ApplicationRefusal otherwise() {
        return otherwise;
    }
}
