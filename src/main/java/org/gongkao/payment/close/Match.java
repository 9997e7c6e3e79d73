package org.gongkao.payment.close;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money as the book has it and as the channel has it; either may be missing. {@code reference} is the channel's
 * number of a receipt, and ours of a refund.
 */
record Match(
        ChannelCode channel,
        StatementLine.Kind direction,
        String reference,
        @Nullable String number,
        @Nullable Money ours,
        @Nullable LocalDate ourDay,
        @Nullable Money theirs,
        @Nullable LocalDate theirDay,
        boolean stated) {

    /** {@code stated}: the channel's statement of our day is here, so that what it lacks is missing there. */
    List<Found> differences() {
        var mark = direction + ":" + reference;
        if (theirs == null || theirDay == null) {
            return ours != null && ourDay != null && stated
                    ? List.of(found(DifferenceKind.MISSING_THERE, mark, ourDay, ours, Money.ZERO))
                    : List.of();
        }
        if (ours == null || ourDay == null) {
            return List.of(found(DifferenceKind.MISSING_HERE, mark, theirDay, Money.ZERO, theirs));
        }
        if (!ours.equals(theirs)) {
            return List.of(found(DifferenceKind.AMOUNT, mark, theirDay, ours, theirs));
        }
        var found = new ArrayList<Found>();
        if (!ourDay.equals(theirDay)) {
            found.add(found(DifferenceKind.DAY, mark + "@" + ourDay, ourDay, ours, Money.ZERO));
            found.add(found(DifferenceKind.DAY, mark + "@" + theirDay, theirDay, Money.ZERO, theirs));
        }
        return found;
    }

    private Found found(DifferenceKind kind, String mark, LocalDate day, Money here, Money there) {
        return new Found(kind, channel, mark, day, number, here, there);
    }
}
