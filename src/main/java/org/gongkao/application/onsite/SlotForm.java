package org.gongkao.application.onsite;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.gongkao.application.onsite.OpeningSlots.Asked;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;

/** 时段表单。The times that an officer asks for, as typed. */
record SlotForm(
        @Nullable String first,
        @Nullable String last,
        @Nullable String from,
        @Nullable String until,
        @Nullable String place,
        @Nullable String capacity,
        @Nullable String everyDay) {

    static final SlotForm EMPTY = new SlotForm("", "", "", "", "", "", "");

    private static final int MOST_PLACES = 200;
    private static final int LONGEST_PLACE = 60;
    private static final int MOST_DAYS = 62;

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    boolean wantsEveryDay() {
        return "true".equals(everyDay);
    }

    /** One day is enough: without a last day the first is the only one. */
    Asked asked() {
        var faults = new Faults();
        var start = read(first, LocalDate::parse, "first", "请填写开始日期，例如 2023-03-20。", faults);
        var end = text(last).isEmpty() ? start : read(last, LocalDate::parse, "last", "请填写结束日期，例如 2023-03-24。", faults);
        var opens = read(from, LocalTime::parse, "from", "请填写开始时间，例如 09:00。", faults);
        var closes = read(until, LocalTime::parse, "until", "请填写结束时间，例如 11:30。", faults);
        var where = text(place);
        int many = text(capacity).matches("[0-9]{1,3}") ? Integer.parseInt(text(capacity)) : 0;
        faults.addIf(where.isEmpty() || where.length() > LONGEST_PLACE, "place", "请填写地点，60字以内，例如“人社局二楼 205 室”。");
        faults.addIf(many < 1 || many > MOST_PLACES, "capacity", "每个时段的名额应为1至200的整数。");
        if (start != null && end != null) {
            faults.addIf(end.isBefore(start), "last", "结束日期不能早于开始日期。");
            faults.addIf(end.isAfter(start.plusDays(MOST_DAYS)), "last", "一次最多安排两个月，请分次安排。");
        }
        if (opens != null && closes != null) {
            faults.addIf(!opens.isBefore(closes), "until", "结束时间要晚于开始时间。");
        }
        faults.refuse();
        return new Asked(
                java.util.Objects.requireNonNull(start),
                java.util.Objects.requireNonNull(end),
                java.util.Objects.requireNonNull(opens),
                java.util.Objects.requireNonNull(closes),
                where,
                many,
                wantsEveryDay());
    }

    private static <T> @Nullable T read(
            @Nullable String typed, Function<String, T> parse, String field, String sentence, Faults faults) {
        try {
            return parse.apply(text(typed));
        } catch (DateTimeParseException unreadable) {
            faults.add(field, sentence);
            return null;
        }
    }
}
