package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 一级推荐页。A unit's posts, what it may still recommend, and its files of level one. */
record LevelOnePage(
        Brief brief,
        String rule,
        String unconfirmed,
        PostsForm form,
        List<FileRow> files,
        List<Line> versions,
        List<Fault> faults) {

    /** 申报行。 */
    record FileRow(String number, String person, String occupation, String state, Sign sign, String word) {}
}
