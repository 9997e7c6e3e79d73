package org.gongkao.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 核验。Walks the chain from its beginning and names the first line that is not as it was sealed. */
@Component
class Verifying {

    private static final int AT_ONCE = 5_000;

    private final Chain chain;

    Verifying(Chain chain) {
        this.chain = chain;
    }

    /**
     * What came of it. {@code head} is the last seal's hash: noted outside the database, it later shows whether the
     * whole chain was exchanged.
     */
    record Finding(
            long sealed,
            long unsealed,
            String head,
            @Nullable String broken) {

        boolean whole() {
            return broken == null;
        }

        String sentence() {
            return broken == null
                    ? "留痕链完整：已封存 %d 条，待封存 %d 条，末条摘要 %s。".formatted(sealed, unsealed, head)
                    : "留痕链在此断开：%s。此前 %d 条完整，待封存 %d 条。".formatted(broken, sealed, unsealed);
        }
    }

    Finding verify() {
        var last = Chain.Seal.NONE;
        List<Chain.Link> links;
        while (!(links = chain.after(last.number(), AT_ONCE)).isEmpty()) {
            for (var link : links) {
                var broken = fault(last, link);
                if (broken != null) {
                    return new Finding(last.number(), chain.unsealedAfter(chain.last()), hex(last), broken);
                }
                last = link.seal();
            }
        }
        var slipped = chain.slippedInBefore(last);
        return new Finding(
                last.number(),
                chain.unsealedAfter(last),
                hex(last),
                slipped == null ? null : "第 %d 条（行号 %d）之前插入了未封存的行 %d".formatted(last.number(), last.lineId(), slipped));
    }

    private static @Nullable String fault(Chain.Seal before, Chain.Link link) {
        var seal = link.seal();
        long number = before.number() + 1;
        if (seal.number() != number) {
            return "第 %d 条的封存记录缺失".formatted(number);
        }
        var line = link.line();
        if (line == null) {
            return "第 %d 条（行号 %d）已被删除".formatted(number, seal.lineId());
        }
        if (!Arrays.equals(seal.hash(), line.sealedAs(number, before.hash()))) {
            return "第 %d 条（行号 %d）与封存时不一致".formatted(number, seal.lineId());
        }
        return null;
    }

    private static String hex(Chain.Seal seal) {
        return HexFormat.of().formatHex(seal.hash());
    }
}
