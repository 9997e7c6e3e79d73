package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;

/** 现场审查时段页。What an agency offers, and the form for more. */
record SlotsPage(
        Brief brief, List<Row> rows, SlotForm form, String closing, String first, String next, List<Fault> faults) {

    /** 时段行。One time; {@code booked} counts those who come. */
    record Row(String id, String when, String place, int booked, int capacity) {}
}
