package org.gongkao.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** The form with which the unit enters or corrects a record. */
record CorrectionPage(RecordedRow row, int version, List<Asked> asked, String reason, List<Fault> faults) {

    /** 栏目填写。One field with what was typed. */
    record Asked(String name, String label, String hint, boolean optional, List<Option> options, String value) {}

    static List<Asked> asked(Map<RecordField, String> typed) {
        return Stream.of(RecordField.values())
                .map(field -> new Asked(
                        ReadingRecords.name(field),
                        field.label(),
                        field.hint(),
                        !field.isNeeded(),
                        field.options(),
                        typed.getOrDefault(field, "")))
                .toList();
    }
}
