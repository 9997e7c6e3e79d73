package org.gongkao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds every page to Chinese sees a constant's name wherever it is read, and nothing that has to be Latin. */
class ForeignWordsTest {

    @Test
    void a_name_of_a_constant_or_a_field_is_seen_wherever_it_is_read() {
        assertThat(ForeignWords.inPage("<td>状态：IN_REVIEW</td><p>windows.REVIEW.to</p>"))
                .containsExactlyInAnyOrder("IN_REVIEW", "windows.REVIEW.to");
        assertThat(ForeignWords.inPage("<button aria-label=\"close\">关闭</button><td data-l=\"state\">通过</td>"))
                .containsExactlyInAnyOrder("close", "state");
        assertThat(ForeignWords.inPage("<option value=\"LOCK\">LOCK</option>")).containsExactly("LOCK");
    }

    @Test
    void numbers_files_and_what_an_author_wrote_are_not() {
        assertThat(ForeignWords.inPage("<p>编号 S0201，身份证 11010519491231002X，照片.jpg，PDF 或 OFD</p>"))
                .isEmpty();
        assertThat(ForeignWords.inPage("<code>measure &gt;= years</code><textarea>cycle: year</textarea>"))
                .isEmpty();
    }
}
