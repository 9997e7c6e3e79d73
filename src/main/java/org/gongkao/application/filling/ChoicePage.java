package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** 选择等级和工种。What the page of the first step shows; {@code fixed} says why nothing can be changed. */
record ChoicePage(
        Filler by,
        List<Option> levels,
        List<Option> occupations,
        String level,
        String occupation,
        String version,
        boolean begun,
        boolean sample,
        String catalogue,
        String fixed,
        List<Fault> faults) {

    ChoicePage typed(String chosenLevel, String chosenOccupation, List<Fault> found) {
        return new ChoicePage(
                by,
                levels,
                occupations,
                chosenLevel,
                chosenOccupation,
                version,
                begun,
                sample,
                catalogue,
                fixed,
                found);
    }
}
