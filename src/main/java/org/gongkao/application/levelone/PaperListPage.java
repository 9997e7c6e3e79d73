package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Sign;

/** 纸质材料列表页。An office's list of the files on paper; {@code chosen} is empty where nothing can be done with one in a bundle. */
record PaperListPage(Brief brief, List<Chip> states, List<PaperRow> rows, String first, String next) {

    /** 列表行。 */
    record PaperRow(
            String chosen,
            String path,
            String person,
            String number,
            String unit,
            String occupation,
            Sign sign,
            String state,
            String where) {}

    boolean anyToChoose() {
        return rows.stream().anyMatch(row -> !row.chosen().isEmpty());
    }
}
