package org.gongkao.textbook.stock;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.textbook.BookNames;
import org.springframework.stereotype.Component;

/** A unit's slips in words, for the unit and for its agency. */
@Component
class SlipRows {

    private final Handouts handouts;
    private final BookNames names;

    SlipRows(Handouts handouts, BookNames names) {
        this.handouts = handouts;
        this.names = names;
    }

    List<HandoutPage.SlipRow> of(String unitCode, Actor actor, boolean acting, Cycle cycle) {
        return handouts.ofUnit(unitCode, cycle.year()).stream()
                .map(one -> row(one, actor, acting, cycle))
                .toList();
    }

    private HandoutPage.SlipRow row(Handout one, Actor actor, boolean acting, Cycle cycle) {
        var endedAt = one.endedAt();
        var books = one.lines().stream()
                .map(line -> names.of(line.book(), cycle).title() + " " + line.quantity() + " 册")
                .collect(Collectors.joining("；"));
        var office = actor.office();
        boolean mine = one.isOpen()
                && acting
                && (office.kind() == Office.Kind.UNIT || office.code().equals(one.agencyCode()));
        return new HandoutPage.SlipRow(
                one.number(),
                Shanghai.minute(one.at()),
                one.by(),
                books,
                one.sign(),
                one.state(),
                endedAt == null
                        ? ""
                        : one.endedBy() + " " + Shanghai.minute(endedAt)
                                + (one.reason().isEmpty() ? "" : "：" + one.reason()),
                mine);
    }
}
