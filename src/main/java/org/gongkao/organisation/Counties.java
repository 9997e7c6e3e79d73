package org.gongkao.organisation;

import java.util.Set;

/**
 * 承接县区。The counties that have taken over the review for a year (承接“机关事业单位工勤技能岗位人员考试报名”); the others' files
 * go on to the city. The list is not published, so it is a setting.
 */
public record Counties(Set<String> takenOver) {

    public Counties {
        takenOver = Set.copyOf(takenOver);
    }
}
