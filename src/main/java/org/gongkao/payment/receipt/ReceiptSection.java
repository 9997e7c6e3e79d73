package org.gongkao.payment.receipt;

import java.util.List;
import java.util.stream.Stream;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.payment.receipt.ReceiptRules.Collective;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The year's rule for receipts. A year that was published without it has the default. */
@Component
class ReceiptSection implements PackageSection<ReceiptRules> {

    @Override
    public String key() {
        return "receipts";
    }

    @Override
    public String title() {
        return "电子票据";
    }

    @Override
    public Class<ReceiptRules> type() {
        return ReceiptRules.class;
    }

    @Override
    public ReceiptRules parse(Node node, Problems problems) {
        if (!node.present()) {
            return new ReceiptRules(Collective.PERSON);
        }
        node.only(problems, "collective").entries(problems);
        return new ReceiptRules(
                node.at("collective").oneOf(Collective.class, problems).orElse(Collective.PERSON));
    }

    @Override
    public String label(Node whole, String path) {
        return path.equals(ReceiptRules.FIELD) ? "单位集中缴费的票据" : path;
    }

    @Override
    public List<Option> words(String path) {
        return path.equals(ReceiptRules.FIELD)
                ? Stream.of(Collective.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
