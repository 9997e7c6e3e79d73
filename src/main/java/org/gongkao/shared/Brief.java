package org.gongkao.shared;

/**
 * 三问。The three questions at the top of every working page: where in the cycle, what is asked of me, by when; each an
 * answer and a quiet line below it, which may be empty.
 */
public record Brief(String where, String whereNote, String asked, String askedNote, String byWhen, String byWhenNote) {

    /** The same place and time, and something else to do. */
    public Brief asking(String what, String note) {
        return new Brief(where, whereNote, what, note, byWhen, byWhenNote);
    }
}
