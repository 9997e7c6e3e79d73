package org.gongkao.supervision;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.gongkao.supervision.Figures.Decided;
import org.gongkao.supervision.Figures.Line;

/** 排序。By which figure the places of a range are compared, the largest first. */
enum SortedBy {
    WAITING("待审", line -> line.waiting().waiting()),
    FIRST_HALF("前半", line -> line.waiting().firstHalf()),
    SECOND_HALF("过半", line -> line.waiting().secondHalf()),
    DUE_SOON("将到期", line -> line.waiting().dueSoon()),
    LATE("超期", line -> line.waiting().late()),
    DECIDED("决定", line -> line.decided().all()),
    APPROVED("通过率", line -> share(line.decided(), line.decided().approved())),
    RETURNED("退回率", line -> share(line.decided(), line.decided().returned())),
    REJECTED("不通过率", line -> share(line.decided(), line.decided().rejected())),
    MEDIAN(
            "用时中位数",
            line -> line.decided().median() == null ? -1 : line.decided().median());

    private final String label;
    private final Comparator<Line> order;

    SortedBy(String label, ToDoubleFunction<Line> figure) {
        this.label = label;
        this.order = Comparator.comparingDouble(figure).reversed();
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SortedBy of(String key) {
        for (var one : values()) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return LATE;
    }

    /** By a figure of the other table the places stay in the order of what presses most. */
    Comparator<Line> ofWaiting() {
        return (ordinal() <= LATE.ordinal() ? order : LATE.order)
                .thenComparing(DUE_SOON.order)
                .thenComparing(WAITING.order)
                .thenComparing(line -> line.agency().code());
    }

    Comparator<Line> ofDecided() {
        return (ordinal() >= DECIDED.ordinal() ? order : DECIDED.order)
                .thenComparing(line -> line.agency().code());
    }

    private static double share(Decided decided, long part) {
        return decided.all() == 0 ? -1 : (double) part / decided.all();
    }
}
