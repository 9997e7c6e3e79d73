package org.gongkao.payment.refund;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gongkao.payment.BesideDiscrepancy;
import org.springframework.stereotype.Component;

/** What goes back of money that fits no charge, as finance's list of discrepancies shows it. */
@Component
class RefundsBesideDiscrepancy implements BesideDiscrepancy {

    private final RefundLists lists;

    RefundsBesideDiscrepancy(RefundLists lists) {
        this.lists = lists;
    }

    @Override
    public Map<Long, Refunding> of(Collection<Long> discrepancies) {
        var newest = new HashMap<Long, Refunding>();
        for (var refund : lists.ofDiscrepancies(discrepancies)) {
            var of = refund.discrepancy();
            if (of != null) {
                newest.put(
                        of,
                        new Refunding(
                                refund.number(),
                                RefundController.LIST + "/" + refund.number(),
                                refund.state().sign(),
                                refund.state().label(),
                                !refund.state().isEnd()));
            }
        }
        return newest;
    }

    @Override
    public String askAt(long discrepancy) {
        return RefundController.LIST + "/new?discrepancy=" + discrepancy;
    }
}
