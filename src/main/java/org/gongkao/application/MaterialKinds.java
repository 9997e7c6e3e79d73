package org.gongkao.application;

import java.util.List;
import java.util.Optional;

/** 申报材料清单。The kinds of material that a year asks for. */
public record MaterialKinds(List<MaterialKind> list) {

    public Optional<MaterialKind> find(String code) {
        return list.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
