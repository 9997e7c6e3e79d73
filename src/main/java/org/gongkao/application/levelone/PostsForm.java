package org.gongkao.application.levelone;

import java.util.Locale;
import org.gongkao.shared.Faults;

/** What a unit's clerk typed of the unit's posts; {@code version} is the version that was on the screen, 0 for none. */
record PostsForm(String posts, String approved, String held, String basis, String reason, int version) {

    static PostsForm of(PostFigures figures) {
        return new PostsForm(
                String.valueOf(figures.posts()),
                String.valueOf(figures.approved()),
                String.valueOf(figures.held()),
                figures.basis(),
                figures.reason(),
                figures.version());
    }

    static final PostsForm EMPTY = new PostsForm("", "", "", "", "", 0);

    /** The number, or a fault at its field; what is wrong counts as none in the checks that follow. */
    static int number(String typed, String field, String label, Faults faults) {
        var text = typed.strip();
        boolean wrong = !text.matches("[0-9]{1,5}");
        faults.addIf(wrong, field, LevelOneRefusal.NUMBER_WRONG.sentence().formatted(label));
        return wrong ? -1 : Integer.parseInt(text);
    }

    /** 5.0%, for people to compare. */
    static String percent(int approved, int posts) {
        return posts == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", 100.0 * approved / posts);
    }
}
