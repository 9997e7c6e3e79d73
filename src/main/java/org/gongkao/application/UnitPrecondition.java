package org.gongkao.application;

import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/**
 * 单位审核前提。Something that a file needs at its unit before the unit may let it pass, and that another module keeps: asked in
 * the transaction of the approval, and shown on the file's page to every office on its route.
 */
public interface UnitPrecondition {

    /** 前提情况。One matter as the file's page shows it: where it stands, what is known, and the page where it is seen to. */
    record Shown(String title, Sign sign, String word, List<Line> facts, String href, String action) {}

    /** Refuses while something stands open; a file that needs nothing passes. */
    void require(Application application);

    List<Shown> shown(Application application, Actor by);
}
