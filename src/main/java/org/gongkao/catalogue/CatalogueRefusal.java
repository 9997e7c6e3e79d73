package org.gongkao.catalogue;

import org.gongkao.shared.Reason;

/** Why the catalogue says no. */
enum CatalogueRefusal implements Reason {
    NO_SUCH_OCCUPATION(422, "本年度工种目录中没有这个工种，请从列表中重新选择。");

    private final int status;
    private final String sentence;

    CatalogueRefusal(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
