package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** Names of regions where a module gives them; the bare code where none does. */
@Component
class RegionWords {

    private final List<RegionNames> names;

    RegionWords(List<RegionNames> names) {
        this.names = names;
    }

    String name(String code) {
        return names.isEmpty() ? code : names.getFirst().name(code);
    }

    List<Option> within(String code) {
        return names.isEmpty()
                ? List.of(Option.of(code, code))
                : names.getFirst().within(code);
    }
}
