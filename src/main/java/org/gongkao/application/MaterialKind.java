package org.gongkao.application;

import java.util.Set;
import org.gongkao.file.FileRule;
import org.gongkao.shared.Level;

/**
 * 材料种类。One kind of material that a year asks for. A setting of the year's plan: the official list of 2023 is not public.
 */
public record MaterialKind(String code, String name, String hint, boolean photo, Demand demand, Set<Level> levels) {

    /** 材料要求。When a kind must be there. */
    public enum Demand {
        ALWAYS("必须上传"),
        /** Where the worker has listed a certificate. */
        CERTIFICATE_LISTED("填了证书的必须上传"),
        OPTIONAL("有的再上传");

        private final String label;

        Demand(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static final int MOST = 10;

    public FileRule rule() {
        return photo ? FileRule.PHOTO : FileRule.DOCUMENT;
    }

    /** How many files of this kind a file holds; a new photo takes the place of the old one. */
    public int most() {
        return photo ? 1 : MOST;
    }

    public boolean isDemanded(Level level, boolean certificateListed) {
        return levels.contains(level)
                && (demand == Demand.ALWAYS || demand == Demand.CERTIFICATE_LISTED && certificateListed);
    }

    /** The upload's name in the form and in faults. */
    public String field() {
        return "material." + code;
    }
}
