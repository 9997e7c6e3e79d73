package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** One amendment: proposed, and what became of it. */
record AmendmentPage(
        Brief brief,
        long id,
        int rowVersion,
        long packageId,
        String title,
        Sign sign,
        String state,
        List<Line> facts,
        List<Difference> changes,
        List<DecisionOffer> offers,
        String why) {

    record DecisionOffer(String label, String path, boolean primary) {}

    /** Which fields an amendment is to change. */
    record Choice(long packageId, String title, List<Group> groups, List<Fault> faults) {

        record Group(String title, boolean open, List<FieldOption> fields) {}

        record FieldOption(String field, String label, String value) {}
    }

    /** The amendment being written. */
    record Draft(
            long packageId,
            String title,
            AmendmentForm form,
            List<Option> regions,
            List<ChangeField> changes,
            List<Fault> faults) {}

    /** One field with its present value in words, and what was typed for the new one, or chosen out of few words. */
    record ChangeField(
            String name,
            String afterName,
            String field,
            String label,
            String before,
            String raw,
            List<Option> words,
            String after) {}
}
