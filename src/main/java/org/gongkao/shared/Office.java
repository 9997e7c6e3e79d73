package org.gongkao.shared;

/**
 * 经办机构。Whoever can be holding a file: a unit, a supervising department or an agency. Written as
 * {@code agency:410305}; the code is the agency's code, or the unified social credit code of unit and department.
 */
public record Office(Kind kind, String code) {

    /** 机构类别。The three kinds of offices on a file's route. */
    public enum Kind {
        UNIT("单位"),
        DEPARTMENT("主管部门"),
        AGENCY("工考管理机构");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static Office unit(String code) {
        return new Office(Kind.UNIT, code);
    }

    public static Office department(String code) {
        return new Office(Kind.DEPARTMENT, code);
    }

    public static Office agency(String code) {
        return new Office(Kind.AGENCY, code);
    }

    /** Reads what {@link #toString} wrote. */
    public static Office parse(String text) {
        int colon = text.indexOf(':');
        return new Office(
                Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + code;
    }
}
