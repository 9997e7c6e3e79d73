package org.gongkao.eligibility;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Map;
import java.util.Optional;

/** An entry as the expressions see it: a field that is not known is neither empty nor null, it is unknown. */
final class EntryValue extends StructValue<String, Object> {

    private final EntryShape shape;
    private final Map<String, Object> fields;

    EntryValue(EntryShape shape, Map<String, Object> fields) {
        this.shape = shape;
        this.fields = fields;
    }

    @Override
    public Object select(String field) {
        var value = fields.get(field);
        if (value == null) {
            throw Unknown.FIELD;
        }
        return value;
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return Vocabulary.type(shape);
    }
}
