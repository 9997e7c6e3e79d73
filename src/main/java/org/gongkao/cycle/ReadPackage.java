package org.gongkao.cycle;

import java.util.List;
import java.util.Map;

/** 已读方案。A package's text read whole: its tree, its sections, and everything that is wrong with it. */
record ReadPackage(Node root, Header header, Map<Class<?>, Object> sections, List<Problem> problems) {

    boolean faultless() {
        return problems.isEmpty();
    }
}
