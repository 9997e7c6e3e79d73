package org.gongkao.payment.close;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.BookSums;
import org.gongkao.payment.Purpose;
import org.gongkao.shared.Address;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** Which money the overview adds up, as it stands in the address. */
record MoneyFilter(String from, String to, String channel, String purpose, String region, String level) {

    private static final int LONGEST = 366;

    MoneyFilter {
        from = text(from);
        to = text(to);
        channel = text(channel);
        purpose = text(purpose);
        region = text(region);
        level = text(level);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The last thirty days up to today where nothing is asked. */
    BookSums.Range read(LocalDate today, Faults faults) {
        var last = day("to", to, faults).orElse(today);
        var first = day("from", from, faults).orElse(last.minusDays(29));
        if (first.isAfter(last)) {
            faults.add("from", "开始日期应不晚于结束日期。");
        } else if (first.isBefore(last.minusDays(LONGEST))) {
            faults.add("from", "一次最多看一年，请缩短日期范围。");
        }
        return new BookSums.Range(
                first,
                last,
                one(ChannelCode.class, channel).orElse(null),
                one(Purpose.class, purpose).map(Purpose::name).orElse(null),
                region.matches("[0-9A-Za-z]{1,20}") ? region : null,
                level.matches("[1-5]") ? Integer.valueOf(level) : null);
    }

    String path(String base) {
        return Address.of(base)
                .with("from", from)
                .with("to", to)
                .with("channel", channel)
                .with("purpose", purpose)
                .with("region", region)
                .with("level", level)
                .toString();
    }

    static Optional<LocalDate> day(String field, String text, Faults faults) {
        var day = Shanghai.typedDay(text);
        faults.addIf(!text.isEmpty() && day.isEmpty(), field, "日期应写成 2023-04-10 的样子。");
        return day;
    }

    static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
