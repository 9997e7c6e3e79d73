package org.gongkao.payment.transfer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelSource;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** Open where an account is configured. */
@Component
class TransferSource implements ChannelSource {

    private final Optional<Channel> channel;

    TransferSource(TransferSettings settings, TransferCodes codes, TransferLines lines, BusinessClock clock) {
        channel = settings.open()
                ? Optional.of(new TransferChannel(account(settings), codes, lines, clock))
                : Optional.empty();
    }

    private static PayWay.Transfer account(TransferSettings settings) {
        return new PayWay.Transfer(
                "",
                requireNonNull(settings.accountName()).strip(),
                requireNonNull(settings.accountNumber()).strip(),
                requireNonNull(settings.bank()).strip());
    }

    @Override
    public Optional<Channel> channel() {
        return channel;
    }
}
