package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.shared.Sign;

/** How a source and the book stand to each other. Sums alone say little: what the bank moved is booked when its statement comes. */
enum Held {
    ABSENT(Sign.REST, "未核对"),
    EQUAL(Sign.MET, "一致"),
    /** The sums differ, and what was found of it is settled or was only booked on another day. */
    LISTED(Sign.NONE, "合计不同，见差异"),
    /** The sums differ, and nothing was found yet: the comparing of all lines follows. */
    NOT_YET(Sign.REST, "待逐笔核对"),
    DIFFERS(Sign.PROOF, "有差异");

    private final Sign sign;
    private final String label;

    Held(Sign sign, String label) {
        this.sign = sign;
        this.label = label;
    }

    /** What is found for a closed day later stands on another one. */
    static Held of(Sources.Source source, List<Difference> found, boolean closed) {
        if (!source.isThere()) {
            return ABSENT;
        }
        if (source.ourIn().equals(source.theirIn()) && source.ourOut().equals(source.theirOut())) {
            return EQUAL;
        }
        var own = found.stream().filter(one -> isOf(one, source)).toList();
        if (own.isEmpty() && !closed) {
            return NOT_YET;
        }
        boolean explained = own.stream()
                .allMatch(one -> one.state() == DifferenceState.SETTLED || one.kind() == DifferenceKind.DAY);
        return explained && !own.isEmpty() ? LISTED : DIFFERS;
    }

    private static boolean isOf(Difference one, Sources.Source source) {
        return one.kind().isFiscal()
                ? source.isFiscal()
                : source.code().equals(one.channel().name());
    }

    Sign sign() {
        return sign;
    }

    String label() {
        return label;
    }
}
