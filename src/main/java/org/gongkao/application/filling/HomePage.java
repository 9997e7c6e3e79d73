package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;
import org.gongkao.shared.Step;

/** 我的申报。What a worker's home shows. */
record HomePage(
        Brief brief,
        String number,
        int version,
        List<Task> tasks,
        List<Asked> defects,
        String sender,
        List<Step> steps,
        List<Line> facts,
        List<Line> history,
        Offers offers,
        String hotline,
        List<Fault> faults,
        String reason) {

    HomePage(
            Brief brief,
            String number,
            int version,
            List<Task> tasks,
            List<Asked> defects,
            String sender,
            List<Step> steps,
            List<Line> facts,
            List<Line> history,
            Offers offers,
            String hotline) {
        this(brief, number, version, tasks, defects, sender, steps, facts, history, offers, hotline, List.of(), "");
    }

    /** The same page with what was typed and why it was not taken. */
    HomePage refused(List<Fault> found, String typed) {
        return new HomePage(
                brief, number, version, tasks, defects, sender, steps, facts, history, offers, hotline, found, typed);
    }

    /** 填报清单项。One part of the file with what it still lacks. */
    record Task(Sign sign, String word, String label, String note, String href) {}

    /** 需修改之处。One thing to mend, with the way there. */
    record Asked(int number, String what, String how, String where, String href, String action, boolean mended) {}

    /** 可办事项。What the page offers now; each an empty text or false where it does not. */
    record Offers(
            boolean begin,
            boolean handIn,
            String notYet,
            boolean recall,
            boolean withdraw,
            boolean object,
            String pay,
            boolean receipt) {

        static final Offers NONE = new Offers(false, false, "", false, false, false, "", false);

        static final Offers BEGIN = new Offers(true, false, "", false, false, false, "", false);

        boolean any() {
            return recall || withdraw;
        }
    }

    boolean begun() {
        return !number.isEmpty();
    }

    int open() {
        return (int) defects.stream().filter(asked -> !asked.mended()).count();
    }
}
