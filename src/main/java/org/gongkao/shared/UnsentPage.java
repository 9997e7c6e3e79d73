package org.gongkao.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 待重新提交页面。A form that was refused for its age alone, with what was typed into it: nothing of it is sent before the person
 * presses the button. {@code pressed} is what the button said with which it was sent; {@code lost} says that something of it is not kept; {@code resend} is false where a file would have to be chosen
 * anew; {@code back} is the page that the form stood on.
 */
public record UnsentPage(
        String path,
        String pressed,
        List<Shown> shown,
        List<Line> unseen,
        boolean lost,
        boolean resend,
        @Nullable String back) {

    /** 已填内容。A text that a person can read again and mend before it is sent. */
    public record Shown(String name, String label, String value, boolean lines) {}
}
