package org.gongkao.application.levelone;

import static org.gongkao.application.levelone.PaperAct.FORWARD;
import static org.gongkao.application.levelone.PaperAct.GIVE_BACK;
import static org.gongkao.application.levelone.PaperAct.RECEIVE;
import static org.gongkao.application.levelone.PaperAct.TAKE_BACK;
import static org.gongkao.application.levelone.PaperState.AWAITED;
import static org.gongkao.application.levelone.PaperState.FORWARDED;
import static org.gongkao.application.levelone.PaperState.GIVEN_BACK;
import static org.gongkao.application.levelone.PaperState.RECEIVED;

import java.util.List;
import java.util.Optional;

/** 纸质材料流转规则。Every legal move of a file on paper (考务通知 四（二）), and the only place that says so. */
final class PaperMoves {

    /** 办理方。What an office is to a file on paper. */
    enum By {
        ON_ROUTE("审核路径上的机构"),
        HOLDER("持有材料的机构"),
        ADDRESSEE("转交的下一机构");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** 办理条件。What has to be so before a move; each has its refusal. */
    enum Need {
        NOTHING("无", LevelOneRefusal.PAPER_NOT_NOW),
        UNDER_WAY("申报一级仍在办理", LevelOneRefusal.FILE_OVER),
        NEXT_OFFICE("不是审核路径的最后一级", LevelOneRefusal.LAST_OFFICE),
        OVER("申报已结束或改报其他等级", LevelOneRefusal.FILE_UNDER_WAY);

        private final String label;
        private final LevelOneRefusal otherwise;

        Need(String label, LevelOneRefusal otherwise) {
            this.label = label;
            this.otherwise = otherwise;
        }

        String label() {
            return label;
        }

        LevelOneRefusal otherwise() {
            return otherwise;
        }
    }

    record Move(PaperState from, PaperAct act, By by, List<Need> needs, PaperState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(AWAITED,   RECEIVE,   By.ON_ROUTE,  List.of(Need.UNDER_WAY),                   RECEIVED),   // brought by the person, to whichever office of the route
        new Move(RECEIVED,  FORWARD,   By.HOLDER,    List.of(Need.UNDER_WAY, Need.NEXT_OFFICE), FORWARDED),
        new Move(FORWARDED, TAKE_BACK, By.HOLDER,    List.of(Need.NOTHING),                     RECEIVED),   // not received yet: it never left, or came back
        new Move(FORWARDED, RECEIVE,   By.ADDRESSEE, List.of(Need.NOTHING),                     RECEIVED),   // what is on its way arrives, whatever became of the file
        new Move(RECEIVED,  GIVE_BACK, By.HOLDER,    List.of(Need.OVER),                        GIVEN_BACK),
        new Move(GIVEN_BACK, RECEIVE,  By.ON_ROUTE,  List.of(Need.UNDER_WAY),                   RECEIVED));  // brought again: the file had ended and goes on
    // spotless:on

    private PaperMoves() {}

    static Optional<Move> find(PaperState from, PaperAct act, By by) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act && move.by == by)
                .findFirst();
    }

    static List<Move> from(PaperState from) {
        return ALL.stream().filter(move -> move.from == from).toList();
    }
}
