package org.gongkao.sanction;

import java.util.List;
import org.gongkao.file.FileRule;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 案件页面。One case as an officer sees it: what was found, what was answered, what is proposed, and what can be done now. */
record CasePage(
        String number,
        String person,
        Sign sign,
        String state,
        int version,
        Brief brief,
        List<Line> facts,
        List<Evidence> evidence,
        boolean addable,
        List<Line> statements,
        List<Line> proposal,
        String consequence,
        String revoking,
        List<Line> history,
        List<LetterKind> letters,
        List<Button> acts,
        Asked asked,
        Words words,
        String why,
        List<Fault> faults) {

    String accept() {
        return FileRule.DOCUMENT.accept();
    }

    String limit() {
        return FileRule.DOCUMENT.words();
    }

    /** 办理按钮。One act that may be done now. */
    record Button(String label, String act, boolean primary) {}

    /** 要填什么。The fields that some offered act needs. */
    record Asked(boolean reason, boolean clause, boolean document, boolean end) {}
}
