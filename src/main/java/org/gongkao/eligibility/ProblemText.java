package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.shared.Fault;

/** A problem as programs read it (RFC 9457), with every fault under its JSON path. */
final class ProblemText {

    private ProblemText() {}

    static String of(Unserved unserved) {
        return of(unserved.status(), unserved.title(), unserved.sentence(), List.of());
    }

    static String of(int status, String title, String detail, List<Fault> faults) {
        var json = new Json().open('{');
        json.key("type").value("about:blank");
        json.key("title").value(title);
        json.key("status").value(status);
        json.key("detail").value(detail);
        json.key("faults").open('[');
        for (var fault : faults) {
            json.open('{').key("path").value(fault.field());
            json.key("sentence").value(fault.sentence()).close('}');
        }
        return json.close(']').close('}').toString();
    }
}
