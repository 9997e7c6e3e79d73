package org.gongkao.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 出错页面。What a person reads when an answer could not be given: what is the matter and what to do next. The incident
 * number is there for faults of ours only; it stands in the log beside the cause. {@code typed} is what was written into a form that
 * could not be carried out: to be read and copied, since nothing of it is stored.
 */
public record ErrorPage(
        int status,
        String title,
        String sentence,
        @Nullable String incident,
        @Nullable String back,
        List<UnsentPage.Shown> typed) {

    /** A refusal in its own words, under the heading that fits its status. */
    public static ErrorPage of(int status, String sentence) {
        return new ErrorPage(status, title(status), sentence, null, null, List.of());
    }

    /** What was sent is more than can be taken; {@code back} leads to the page that it was sent from. */
    public static ErrorPage tooLarge(String sentence, String back) {
        return new ErrorPage(413, title(413), sentence, null, back, List.of());
    }

    /** What was sent could not be read; {@code back} leads to the page that it was sent from, where there is one. */
    public static ErrorPage unreadable(int status, String sentence, @Nullable String back) {
        return new ErrorPage(status, status == 400 ? "网址或提交的内容有误" : title(status), sentence, null, back, List.of());
    }

    /** A fault of ours. */
    public static ErrorPage failure(String incident) {
        return new ErrorPage(500, title(500), "页面暂时打不开，不是您的操作有误。已提交成功的内容不受影响，请稍后再试。", incident, null, List.of());
    }

    /** The same with what was typed, and the way back to the form. */
    public ErrorPage with(List<UnsentPage.Shown> shown, @Nullable String from) {
        return new ErrorPage(status, title, sentence, incident, from, shown);
    }

    private static String title(int status) {
        return switch (status) {
            case 400, 422 -> "提交的内容不完整或不合要求";
            case 403 -> "您的账号不能办理此事";
            case 404 -> "没有找到这个页面";
            case 405, 501 -> "请从页面上的按钮办理";
            case 409 -> "现在不能这样办理";
            case 413 -> "提交的内容太大";
            case 431 -> "网址或浏览器记录太长";
            default -> status < 500 ? "没有办成" : "页面暂时打不开";
        };
    }
}
