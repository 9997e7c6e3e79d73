package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.jspecify.annotations.Nullable;

/** 原件核对页。One file at the desk: what is wanted and why, the appointment, the originals and their pages. */
record DeskPage(
        String number,
        int version,
        String person,
        List<Line> about,
        VisitWords.Standing standing,
        List<Line> visit,
        List<Wanted> wanted,
        List<Original> originals,
        Acts acts,
        String closed,
        String back,
        List<MyVisitPage.Receipt> receipts,
        List<Line> history,
        String returnedTo,
        List<Fault> faults) {

    /** 待核对原件。One that is wanted, the reasons, and whether it was ticked as brought. */
    record Wanted(String item, String label, String pages, List<String> reasons, boolean ticked) {}

    /** 收到的原件。One that lies at the agency, page by page. */
    record Original(String label, List<Sheet> sheets) {}

    /** 核对页。One page: the picture of what was uploaded (empty where nothing was), and what was found on it. */
    record Sheet(String field, String label, @Nullable String picture, String outcome, String note) {}

    /** 可办事项。The acts that the table offers now. */
    record Acts(boolean receive, boolean compare, boolean giveBack) {}
}
