package org.gongkao.cycle;

import java.util.List;
import java.util.Map;

/** 已读方案。A package's text read whole: its tree, its sections, everything that is wrong with it, and what to confirm. */
record ReadPackage(
        Node root, Header header, Map<Class<?>, Object> sections, List<Problem> problems, List<Problem> toConfirm) {

    /** Whether year, region and name are readable, so that a draft can be put aside under them. */
    boolean savable() {
        return !sections.isEmpty()
                && header.year() > 0
                && header.region().matches("\\d{4}[0-9Z]\\d")
                && !header.name().isBlank();
    }

    boolean faultless() {
        return problems.isEmpty();
    }
}
