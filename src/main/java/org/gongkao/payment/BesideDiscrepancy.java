package org.gongkao.payment;

import java.util.Collection;
import java.util.Map;
import org.gongkao.shared.Sign;

/** 差异附栏。A bean of the refunds: which money that fits no charge goes back. */
public interface BesideDiscrepancy {

    /** 差异退费。The newest refund of it; {@code underway} until it is done or given up. */
    record Refunding(String number, String path, Sign sign, String state, boolean underway) {}

    /** By the discrepancies' numbers; those without a refund are absent. */
    Map<Long, Refunding> of(Collection<Long> discrepancies);

    /** Where finance asks for one. */
    String askAt(long discrepancy);
}
