package org.gongkao.application;

/** 办理动作。What can be done to an application; one line of history each time. */
public enum Act {
    SUBMIT("提交申报"),
    RECALL("撤回修改"),
    WITHDRAW("撤销申报"),
    APPROVE("审核通过"),
    RETURN("退回修改"),
    REJECT("审核不通过"),
    REMIND("另定审核期限"),
    PAY("缴费成功"),
    LAPSE("逾期失效"),
    /** The time that a lapsed file missed runs again by an amendment. */
    RESUME("继续办理"),
    OBJECT("提出申诉"),
    UPHOLD("维持原决定"),
    REOPEN("恢复审核"),
    CLOSE("审核结果终结"),
    /** 事中事后监管: the agency above has a decision of the agency below looked at once more. */
    REEXAMINE("重新审核"),
    /** A decision on false papers takes the year's file away. */
    CANCEL("取消申报"),
    /** The decision that took the file away is revoked: it goes on where it was. */
    REINSTATE("恢复申报"),
    /** A promised material was not there in time. */
    FORFEIT("容缺未补，取消考核资格"),
    /** The unit does not stand by the person as its worker: the file goes back, to be handed in at the unit that does. */
    HAND_BACK("不是本单位职工，退回本人"),
    /** The worker has come to another unit, and the file follows. */
    REROUTE("改由现单位审核"),
    /** No move: the agency puts a fact of a paid file right, and the file stays where it is. */
    CORRECT("更正信息");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** A judgement on the file, which one person may give on one tier only. */
    public boolean decides() {
        return switch (this) {
            case APPROVE, RETURN, REJECT, UPHOLD, REOPEN, REEXAMINE -> true;
            case SUBMIT,
                    RECALL,
                    WITHDRAW,
                    REMIND,
                    PAY,
                    LAPSE,
                    RESUME,
                    OBJECT,
                    CLOSE,
                    CANCEL,
                    REINSTATE,
                    FORFEIT,
                    HAND_BACK,
                    REROUTE,
                    CORRECT -> false;
        };
    }
}
