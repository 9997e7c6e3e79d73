package org.gongkao.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 页面框架。What every page shows around its content; made once per request by the wiring, passed to each template as
 * {@code chrome}. {@code today} is the business day in words; {@code clockNotice} is set while a demo's clock is.
 */
public record Chrome(
        @Nullable Actor actor,
        String officeName,
        String cycleName,
        Organiser organiser,
        String today,
        @Nullable String clockNotice,
        @Nullable String flash,
        List<Entry> entries,
        String csrfName,
        String csrfToken,
        boolean largeType,
        boolean demo) {

    /** As many rooms as the bar holds beside the office's name; the rest stands under 更多. */
    private static final int BAR = 8;

    /** The rooms in the bar: the first ones, and always the one being shown. */
    public List<Entry> shown() {
        return entries.stream()
                .filter(entry -> entry.here() || entries.indexOf(entry) < BAR)
                .toList();
    }

    /** The rooms under 更多. */
    public List<Entry> further() {
        var shown = shown();
        return entries.stream().filter(entry -> !shown.contains(entry)).toList();
    }

    /** 主办方。Who runs the year, as its package says; all empty while no year is published. */
    public record Organiser(String region, String host, String office, String address, String hotline) {
        public static final Organiser UNKNOWN = new Organiser("", "", "", "", "");
    }

    /** 导航项。One room that this person may enter; {@code here} marks the one being shown. */
    public record Entry(String label, String path, boolean here, int count) {}
}
