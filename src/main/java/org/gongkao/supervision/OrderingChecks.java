package org.gongkao.supervision;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登记抽查。Freezes the list and commits to the secret, before anybody can draw. Both hashes go into the sealed audit: a list
 * or a secret changed behind the platform's back is seen there.
 */
@Component
class OrderingChecks {

    private static final int BYTES = 32;

    private final SpotChecks checks;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    OrderingChecks(SpotChecks checks, Audit audit) {
        this.checks = checks;
        this.audit = audit;
    }

    @Transactional
    public String order(CheckOrder order, Actor officer, Instant arrived) {
        var numbers = checks.population(order);
        if (numbers.size() < order.wanted()) {
            throw new InvalidInput(List.of(new Fault(
                    "wanted",
                    numbers.isEmpty()
                            ? "这段时间里没有这一种决定，请改变日期或决定种类。"
                            : "这段时间里这一种决定只有 " + numbers.size() + " 份，请少抽一些或放宽日期。")));
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var number = checks.add(order, numbers, secret, officer, arrived);
        audit.record(
                officer,
                "登记抽查",
                "spot-check:" + number,
                "名单 " + numbers.size() + " 份 " + Draw.listHash(numbers) + "，承诺值 " + Draw.commitment(secret));
        return number;
    }
}
