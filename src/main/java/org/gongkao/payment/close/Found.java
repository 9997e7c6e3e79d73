package org.gongkao.payment.close;

import java.time.LocalDate;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** A difference as it was found just now; {@code mark} makes it the same one when it is found again. */
record Found(
        DifferenceKind kind,
        ChannelCode channel,
        String mark,
        LocalDate day,
        @Nullable String number,
        Money ours,
        Money theirs) {

    String key() {
        return kind + " " + channel + " " + mark;
    }

    Found on(LocalDate other) {
        return new Found(kind, channel, mark, other, number, ours, theirs);
    }
}
