package org.gongkao.ledger;

import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** 记账凭证。One entry before it is booked. {@code source} names what it comes from, and is booked once. */
public record Posting(String source, EntryKind kind, List<Line> lines) {

    /** 分录行。{@code amount} is positive for debit, negative for credit. */
    public record Line(LedgerAccount account, Money amount, About about) {}

    /**
     * 款项。Which money an entry's line is about; for reconciliation and for the figures by channel, purpose, region and level.
     * {@code transaction} is the channel's number of the movement, as its statement has it; of a refund that was paid out it is our
     * refund's number, which the statement gives back.
     */
    public record About(
            @Nullable ChannelCode channel,
            @Nullable String purpose,
            @Nullable Long charge,
            @Nullable String transaction,
            @Nullable String region,
            @Nullable Integer level) {}

    public Posting {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(line -> line.amount().fen()).sum() != 0 || lines.size() < 2) {
            throw new IllegalArgumentException("an entry sums to zero over two lines or more: " + source);
        }
    }

    /** The usual entry of two lines: {@code amount} from one account to the other. */
    public static Posting of(
            String source, EntryKind kind, LedgerAccount debit, LedgerAccount credit, Money amount, About about) {
        return new Posting(
                source,
                kind,
                List.of(new Line(debit, amount, about), new Line(credit, Money.ZERO.minus(amount), about)));
    }
}
