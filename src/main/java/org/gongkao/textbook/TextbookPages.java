package org.gongkao.textbook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.springframework.stereotype.Component;

/** Builds the worker's page and the unit's. */
@Component
class TextbookPages {

    private final Choices choices;
    private final OrderSheets sheets;
    private final Remitting remitting;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Persons persons;

    TextbookPages(
            Choices choices,
            OrderSheets sheets,
            Remitting remitting,
            Cycles cycles,
            Organisation organisation,
            Persons persons) {
        this.choices = choices;
        this.sheets = sheets;
        this.remitting = remitting;
        this.cycles = cycles;
        this.organisation = organisation;
        this.persons = persons;
    }

    ChoicePage choice(Actor worker, List<Fault> faults, Instant now) {
        return choices.of(worker, cycles.current(now))
                .map(one -> ChoicePage.of(one, prices(one, now), sheets.isSentIn(one), faults, now))
                .orElseGet(ChoicePage::none);
    }

    /** An amendment may hold for the agency of the worker's unit alone. */
    private BookPrices prices(Orderer one, Instant now) {
        var agency = organisation.unit(one.unitCode()).agencyCode();
        return BookPrices.of(cycles.current(agency, now));
    }

    SheetPage sheet(Actor clerk, Instant now) {
        var cycle = cycles.current(organisation.unit(clerk.office().code()).agencyCode(), now);
        var prices = BookPrices.of(cycle);
        var orderers = choices.ofUnit(clerk, cycle);
        var names = persons.cards(orderers.stream().map(Orderer::person).toList()).stream()
                .collect(Collectors.toMap(PersonCard::id, PersonCard::name));
        var versions = sheets.versions(clerk, cycle.year());
        var sheet = OrderSheet.of(clerk.office().code(), cycle.year(), orderers, prices);
        var money = MoneyBlock.of(
                sheet,
                prices,
                remitting.standing(versions).orElse(null),
                cycle.unconfirmed(BookPrices.SECTION + ".remitting.to"),
                now);
        return SheetPage.of(sheet, orderers, names, versions, money);
    }
}
