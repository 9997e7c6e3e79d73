package org.gongkao.application;

import org.gongkao.eligibility.Verdict;
import org.gongkao.file.FileRule;

/**
 * 材料种类。One kind of material. The photo and what anybody may add are settings of the year's plan; what proves a condition
 * comes from the verdict, with its reason.
 */
public record MaterialKind(String code, String name, String hint, String reason, boolean photo, Demand demand) {

    /** 材料要求。When a kind must be there. */
    public enum Demand {
        ALWAYS("必须上传"),
        OPTIONAL("有的再上传"),
        /** Uploaded for a path that is not taken any more. */
        NO_LONGER("现在的申报途径不需要");

        private final String label;

        Demand(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static final int MOST = 10;

    public static MaterialKind proof(Verdict.Needed needed) {
        return new MaterialKind(
                needed.code(),
                needed.name(),
                needed.format() + "，如" + needed.example(),
                needed.reason(),
                false,
                Demand.ALWAYS);
    }

    public static MaterialKind noLongerNeeded(String code, String name) {
        return new MaterialKind(code, name, "", "", false, Demand.NO_LONGER);
    }

    public FileRule rule() {
        return photo ? FileRule.PHOTO : FileRule.DOCUMENT;
    }

    /** How many files of this kind a file holds; a new photo takes the place of the old one. */
    public int most() {
        return photo ? 1 : MOST;
    }

    public boolean isDemanded() {
        return demand == Demand.ALWAYS;
    }

    /** The upload's name in the form and in faults. */
    public String field() {
        return "material." + code;
    }
}
