package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 单位推荐页。One file of level one before its unit: the posts, the statement, and what was done about it so far. */
record RecommendationPage(
        String number,
        int version,
        String person,
        Brief brief,
        Sign sign,
        String word,
        List<Line> posts,
        boolean open,
        boolean standing,
        String closed,
        String beyond,
        String statement,
        String seen,
        String clause,
        RecommendationForm form,
        String withdrawal,
        List<Line> history,
        List<Fault> faults) {}
