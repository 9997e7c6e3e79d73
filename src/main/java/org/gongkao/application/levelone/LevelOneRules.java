package org.gongkao.application.levelone;

/**
 * 一级推荐规则。The year's largest share of level-one posts in percent, what happens beyond it and beyond the vacancies, and the
 * words that a unit recommends with.
 */
record LevelOneRules(int share, Over over, String statement, String clause) {

    /** 超出时的处理。Whether what goes beyond the posts is taken with a reason, or not at all. */
    enum Over {
        WARN("说明理由后可以办理"),
        LOCK("不能办理");

        private final String label;

        Over(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    boolean locks() {
        return over == Over.LOCK;
    }
}
