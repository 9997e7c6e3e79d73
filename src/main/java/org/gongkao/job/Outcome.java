package org.gongkao.job;

/**
 * 逐行结果。What became of one row: what it was about, one sentence, and the page where it can be seen (or an empty text).
 */
public record Outcome(Kind kind, String what, String sentence, String path) {

    /** 结果类别。Done, passed over because there was nothing to do, not done, or left to the successor of a closed account. */
    public enum Kind {
        DONE("成功"),
        SKIPPED("略过"),
        FAILED("未成功"),
        LEFT("未办理");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Outcome done(String what, String sentence, String path) {
        return new Outcome(Kind.DONE, what, sentence, path);
    }

    public static Outcome skipped(String what, String sentence, String path) {
        return new Outcome(Kind.SKIPPED, what, sentence, path);
    }

    public static Outcome failed(String what, String sentence) {
        return new Outcome(Kind.FAILED, what, sentence, "");
    }

    boolean isLeft() {
        return kind == Kind.LEFT;
    }

    /** Not even tried: whoever started the job may act no more. */
    static Outcome left(String what) {
        return new Outcome(Kind.LEFT, what, "提交任务的账号已停用，这一行没有办理。", "");
    }
}
