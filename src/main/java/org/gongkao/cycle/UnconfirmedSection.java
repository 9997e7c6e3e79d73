package org.gongkao.cycle;

import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** The fields that no document fixes. An amendment that names such a field settles it. */
@Component
class UnconfirmedSection implements PackageSection<Unconfirmed> {

    @Override
    public String key() {
        return "unconfirmed";
    }

    @Override
    public String title() {
        return "待确认事项";
    }

    @Override
    public Class<Unconfirmed> type() {
        return Unconfirmed.class;
    }

    @Override
    public Unconfirmed parse(Node node, Problems problems) {
        var notes = new LinkedHashMap<String, String>();
        node.entries(problems).forEach((field, note) -> notes.put(field, note.text(problems)));
        return new Unconfirmed(notes);
    }

    /** A note is called by the field that it is about, which {@link FieldWords} knows. */
    @Override
    public String label(Node whole, String path) {
        return title();
    }

    @Override
    public boolean amendable(String path) {
        return false;
    }
}
