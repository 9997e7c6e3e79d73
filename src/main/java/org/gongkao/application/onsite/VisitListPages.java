package org.gongkao.application.onsite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the lists of an agency. */
@Component
class VisitListPages {

    private final VisitLists lists;
    private final RowWords rows;
    private final VisitWords words;

    VisitListPages(VisitLists lists, RowWords rows, VisitWords words) {
        this.lists = lists;
        this.rows = rows;
        this.words = words;
    }

    VisitListPage page(VisitDesk desk, LocalDate day, @Nullable ListKey after, Actor officer, Instant now) {
        var found = lists.list(desk, day, after, officer, now);
        var late = lists.overdue(officer, now);
        int overdue = late.all();
        var path = path(desk, day);
        return new VisitListPage(
                new Brief(
                        "现场审查确认",
                        "核对原件，及时退还",
                        overdue == 0 ? desk.label() : "退还逾期的原件",
                        overdue == 0 ? "本页 " + found.rows().size() + " 份" : overdue + " 份原件逾期未退",
                        overdue == 0 ? "无逾期" : "已逾期",
                        ""),
                Arrays.stream(VisitDesk.values())
                        .map(one -> new Chip(one.label(), path(one, Shanghai.day(now)), one == desk, sign(one, late)))
                        .toList(),
                desk == VisitDesk.DAY ? day.toString() : "",
                desk == VisitDesk.DAY ? Shanghai.dateAndWeekday(Shanghai.startOf(day)) : "",
                found.rows().stream().map(row -> line(desk, row, now)).toList(),
                empty(desk),
                after == null ? "" : path,
                found.next() == null ? "" : path + "&after=" + found.next());
    }

    /** The alarm stands at the list where the originals are. */
    private static @Nullable Sign sign(VisitDesk desk, VisitLists.Overdue late) {
        boolean alarming = desk == VisitDesk.HELD && late.own() > 0 || desk == VisitDesk.BELOW && late.below() > 0;
        return alarming ? Sign.UNMET : null;
    }

    private static String path(VisitDesk desk, LocalDate day) {
        return VisitListController.PAGE + "?desk=" + desk.key() + (desk == VisitDesk.DAY ? "&day=" + day : "");
    }

    private VisitListPage.Line line(VisitDesk desk, VisitLists.Row row, Instant now) {
        return new VisitListPage.Line(
                row.number(),
                row.personName(),
                rows.choice(row, now),
                row.unitName(),
                switch (desk) {
                    case DAY -> RowWords.hours(row);
                    case WAITING -> Shanghai.minute(row.at()) + " 报到";
                    case HELD, BELOW -> Shanghai.deadline(row.at()) + " 前退还";
                },
                switch (desk) {
                    case DAY -> row.place();
                    case WAITING -> row.wanted() + " 项原件";
                    case HELD -> "交接单 " + row.receipt();
                    case BELOW -> row.agency() == null ? "" : words.office(row.agency());
                },
                RowWords.standing(row, now));
    }

    private static String empty(VisitDesk desk) {
        return switch (desk) {
            case DAY -> "这一天没有预约";
            case WAITING -> "没有待预约的申报";
            case HELD -> "没有未退还的原件";
            case BELOW -> "下级没有逾期未退的原件";
        };
    }
}
