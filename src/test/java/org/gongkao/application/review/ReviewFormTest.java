package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.ReviewItem;
import org.gongkao.shared.Faults;
import org.junit.jupiter.api.Test;

/** What is set for several items at once, and what on one of them. */
class ReviewFormTest {

    private static final ReviewItem ITEM = new ReviewItem("post", "岗位", "x", ReviewItem.Kind.GROUP);

    private static ReviewForm picked(Map<String, String> sent) {
        return new ReviewForm(1, sent, List.of("post"));
    }

    @Test
    void a_picked_item_takes_what_is_set_for_all_that_are_picked() {
        var form = picked(Map.of("all.outcome", "MET", "all.basis", "ORIGINAL", "outcome.post", "UNMET"));
        assertThat(form.outcome(ITEM)).isEqualTo(ItemOutcome.MET);
        assertThat(form.basis(ITEM)).isEqualTo(Basis.ORIGINAL);
    }

    @Test
    void a_picked_item_for_which_nothing_is_set_at_once_keeps_what_was_set_on_itself() {
        var form = picked(
                Map.of("all.outcome", "", "all.basis", "", "outcome.post", "MET", "basis.post", "PERSONNEL_FILE"));
        assertThat(form.found(List.of(ITEM), new Faults())).singleElement().satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(ItemOutcome.MET);
            assertThat(found.basis()).isEqualTo(Basis.PERSONNEL_FILE);
        });
    }

    @Test
    void nothing_set_is_nothing_found() {
        assertThat(picked(Map.of()).found(List.of(ITEM), new Faults())).isEmpty();
    }
}
