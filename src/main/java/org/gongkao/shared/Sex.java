package org.gongkao.shared;

/** 性别。As the ID number's sequence says. */
public enum Sex implements Word {
    MALE("男"),
    FEMALE("女");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
