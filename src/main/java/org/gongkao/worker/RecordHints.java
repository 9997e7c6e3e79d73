package org.gongkao.worker;

import java.util.stream.Collectors;
import org.gongkao.shared.Option;

/** What a column of the spreadsheet or a field of the form may hold, in words. */
final class RecordHints {

    private RecordHints() {}

    static String of(RecordField field) {
        var options = field.options().stream().map(Option::label).collect(Collectors.joining("；"));
        var hint =
                field.hint().isEmpty() || options.isEmpty() ? field.hint() + options : field.hint() + "。可填：" + options;
        return field.isNeeded() ? hint : hint + "（选填）";
    }
}
