package org.gongkao.application;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;

/**
 * 未了事项。Something that files of an agency's review still wait for after the review; the module that keeps it says how much
 * of it there is, and a closing of the review lists all of them.
 */
public interface Outstanding {

    /** As a page names it: 待补材料、未退还的原件. */
    String label();

    /** How many files of this year, decided at this agency, wait for it. */
    long count(int year, Office agency, Actor by);
}
