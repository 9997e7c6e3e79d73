package org.gongkao.application.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.application.closing.Report.Member;
import org.gongkao.application.closing.Reporters.Reporter;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Shanghai;

/**
 * 上报情况。All that a page says about a report: where it stands, what would be reported now, whether that differs from what
 * was, whether the newest version is stamped, and from which side it is looked at.
 */
record Standing(
        Closing closing,
        Reporter reporter,
        Side side,
        Figures current,
        List<Member> members,
        boolean changed,
        boolean stamped,
        Instant now) {

    boolean isSuperior() {
        return side == Side.SUPERIOR;
    }

    /** The needs that are met, or that the act itself brings. */
    Set<Need> met() {
        var met = EnumSet.of(Need.RESPONSIBLE, Need.SCAN, Need.REASON);
        if (waits().isEmpty()) {
            met.add(Need.ALL_DECIDED);
        }
        if (changed) {
            met.add(Need.CHANGED);
        }
        if (stamped) {
            met.add(Need.STAMPED);
        }
        return met;
    }

    Set<Within> open() {
        return Within.openAt(reporter.cycle(), now);
    }

    boolean isOver() {
        return reporter.cycle().window(Window.REVIEW).isOver(now);
    }

    String end() {
        return Shanghai.deadline(reporter.cycle().window(Window.REVIEW).to());
    }

    List<String> waits() {
        return waits(current, members);
    }

    /** What a closing within the window waits for. */
    static List<String> waits(Figures current, List<Member> members) {
        var waits = new ArrayList<>(current.open());
        long missing = members.stream().filter(Member::isMissing).count();
        if (missing > 0) {
            waits.add(missing + " 个下级的汇总表没有接收");
        }
        return waits;
    }
}
