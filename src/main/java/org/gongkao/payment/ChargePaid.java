package org.gongkao.payment;

/**
 * 已缴费。A charge was settled, by who owed it or by another ({@code byOther}: a unit for its people); its purpose's owner goes on
 * from here. Who hears it says in a condition what concerns them: a payment is many, and each hearing is a commit of its own.
 */
public record ChargePaid(long chargeId, Purpose purpose, String purposeKey, boolean byOther) {

    /** Whether this is for the purpose of that name; for conditions. */
    public boolean isFor(String name) {
        return purpose.name().equals(name);
    }
}
