package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** 单位统一缴费。One payment by a unit for several of its people; how it stands follows from how its shares stand. */
record Collective(
        long id,
        String number,
        String unitCode,
        Money amount,
        String clerk,
        Instant madeAt,
        @Nullable String ended,
        @Nullable String order,
        @Nullable ChannelCode channel,
        List<Share> shares) {

    /** 分摊。What of the sum is for whose charge, and how that stands. */
    record Share(
            long charge,
            String chargeNumber,
            String purposeKey,
            String title,
            Money amount,
            Instant deadline,
            ShareState state) {}

    CollectiveState state() {
        if (all(ShareState.PAID)) {
            return CollectiveState.PAID;
        }
        if (any(ShareState.PAID) || any(ShareState.UNCLEAR)) {
            return CollectiveState.PARTLY;
        }
        if (any(ShareState.DISPUTED)) {
            return CollectiveState.DISPUTED;
        }
        if (any(ShareState.WAITING) && ended == null) {
            return CollectiveState.WAITING;
        }
        if (any(ShareState.WAITING) || any(ShareState.CONFIRMING)) {
            return ended == null ? CollectiveState.CONFIRMING : CollectiveState.ENDING;
        }
        return ended == null ? CollectiveState.CLOSED : CollectiveState.GIVEN_UP;
    }

    boolean mayBeGivenUp() {
        var state = state();
        return ended == null && (state == CollectiveState.WAITING || state == CollectiveState.CONFIRMING);
    }

    Instant deadline() {
        return shares.stream().map(Share::deadline).min(Instant::compareTo).orElse(madeAt);
    }

    long paid() {
        return shares.stream().filter(share -> share.state() == ShareState.PAID).count();
    }

    private boolean all(ShareState state) {
        return shares.stream().allMatch(share -> share.state() == state);
    }

    private boolean any(ShareState state) {
        return shares.stream().anyMatch(share -> share.state() == state);
    }
}
