package org.gongkao.payment;

import java.util.Collection;
import java.util.List;

/**
 * 单位缴费名单。A bean of the module whose matters are paid for: who of a unit's own people owes something, for a unit that pays
 * for them. Payment knows the purposes and not the people.
 */
public interface UnitCharges {

    /** 待缴人员。Whose purpose this is. */
    record Owed(String purposeKey, String name) {}

    /** Those whose matter now waits for its payment; what there is to pay, payment knows. */
    List<Owed> of(String unitCode);

    /** The purposes of all that the unit's people ever had to pay for, whoever paid: nothing where that is nobody's matter. */
    List<String> ever(String unitCode);

    /** Those of these purposes that are, or were, this unit's. */
    List<Owed> named(String unitCode, Collection<String> purposeKeys);
}
