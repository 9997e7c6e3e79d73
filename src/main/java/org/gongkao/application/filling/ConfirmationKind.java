package org.gongkao.application.filling;

/** 确认事项。What a worker confirms before the pledge, each in the words of the notice. */
enum ConfirmationKind {
    POST_POLICY("岗位设置政策", "考务通知二（一）") {
        @Override
        String text() {
            return "本人符合申报资格条件，已了解我市事业单位岗位设置相关政策，由个人提出申请，知道须经所在单位及主管部门同意后，方可申报工勤技能岗位等级考核。";
        }
    },
    /** Who reaches the age within the year is told of the same by the rules. */
    RETIRING("本年度办理退休手续", "考务通知 一（二）") {
        @Override
        String text() {
            return "本年度将办理退休手续或达到退休年龄的人员，应充分了解单位岗位空缺情况、岗位聘用等有关政策规定后，自主决定是否申报考核。" + "本人本年度将办理退休手续，已充分了解上述政策规定，自主决定申报。";
        }
    },
    LEVEL_ONE("申报一级（高级技师）", "考务通知八（二）") {
        @Override
        String text() {
            return "一级（高级技师）是机关事业单位工勤技能岗位的最高等级，其岗位等级结构比例受到严格控制，"
                    + "对申报人员的理论知识、专业技能等综合能力素质要求较高，不是二级（技师）的普遍晋升。"
                    + "本人已慎重考虑、理性对待申报高级技师考评。";
        }
    },
    PLEDGE("诚信承诺", "考务通知三（二）、八（三）") {
        @Override
        String text() {
            return "本人对所提交申报材料的真实性负责。如填报虚假信息材料，取消当年申报资格，两年内禁止再次申报；" + "已经通过考核取得证书的，撤销并收回已经取得的证书。";
        }
    };

    private final String label;
    private final String clause;

    ConfirmationKind(String label, String clause) {
        this.label = label;
        this.clause = clause;
    }

    String label() {
        return label;
    }

    String clause() {
        return clause;
    }

    /** What is shown, and kept when it is confirmed. */
    abstract String text();
}
