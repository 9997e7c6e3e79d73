package org.gongkao.application;

import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Node;

/** 申报材料清单。The kinds of material that a year asks for beside the proofs of its conditions. */
public record MaterialKinds(List<MaterialKind> list, Node node) {

    public Optional<MaterialKind> find(String code) {
        return list.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
