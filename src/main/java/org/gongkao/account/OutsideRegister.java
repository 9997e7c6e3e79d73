package org.gongkao.account;

import org.gongkao.person.NationalId;

/**
 * 外部人口核验。Asks a register outside the platform whether a name and a number belong together. Without one, or when it does
 * not answer, the result is {@link Answer#UNKNOWN}: then only the unit's confirmation counts.
 */
public interface OutsideRegister {

    /** 核验结果。What the register said. */
    enum Answer {
        FITS("姓名与身份证号码一致"),
        DIFFERS("姓名与身份证号码不一致"),
        UNKNOWN("未经外部核验");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Answer ask(String name, NationalId number);

    /** Where the answers come from, as pages show it. */
    String label();
}
