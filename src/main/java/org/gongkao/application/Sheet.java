package org.gongkao.application;

import java.util.List;
import java.util.Set;

/**
 * 填报表。What one group asks: fields that are answered once, and columns that are answered for each row. {@code rowName} is
 * what one row is called.
 */
public record Sheet(
        FieldGroup group, String advice, List<Field> fields, List<Field> columns, String rowName, int mostRows) {

    static Sheet of(FieldGroup group, String advice, List<Field> fields) {
        return new Sheet(group, advice, fields, List.of(), "", 0);
    }

    /** The part of it that is asked of somebody: what the level looks at, without what is known already. */
    public Sheet asked(Set<String> asks, Set<String> known) {
        var left = fields.stream()
                .filter(field -> field.isAsked(asks) && !known.contains(field.name()))
                .toList();
        var shown = columns.stream().filter(column -> column.isAsked(asks)).toList();
        return new Sheet(group, advice, left, shown, rowName, mostRows);
    }

    /** {@code post.startOfWork}: the field's name in the form, in faults and in links. */
    public String name(Field field) {
        return group.key() + "." + field.name();
    }

    /** {@code certificates[0].level}. */
    public String name(int row, Field column) {
        return group.key() + "[" + row + "]." + column.name();
    }
}
