package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** One day: what it is held against, what does not agree, what the treasury said, and its close. */
record DayPage(
        String path,
        String title,
        Brief brief,
        List<SourceRow> sources,
        List<DifferenceRow> differences,
        String differenceSum,
        List<SlipRow> slips,
        List<Line> frozen,
        boolean acts,
        boolean closable,
        String closeWhy,
        String ledgerPath,
        String export,
        List<Option> officers,
        List<Fault> faults) {

    /** One source; {@code lacking} when somebody may say why it cannot be had. */
    record SourceRow(
            String code,
            String label,
            Sign sign,
            String state,
            List<String> notes,
            String ourIn,
            String theirIn,
            String ourOut,
            String theirOut,
            Sign held,
            String heldState,
            boolean lacking,
            boolean fetchable,
            String typed) {}

    /** One difference, and a place to say something about it while it is open. */
    record DifferenceRow(
            long id,
            String kind,
            String channel,
            String what,
            String payer,
            String ours,
            String theirs,
            String amount,
            Sign sign,
            String state,
            String note,
            String suggestion,
            String owner,
            String ownerName,
            boolean open,
            String typed) {}

    /** One line of the treasury's. */
    record SlipRow(
            long id, String channel, String slip, String amount, Sign sign, String state, boolean open, String typed) {}
}
