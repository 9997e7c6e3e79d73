package org.gongkao.portal;

import java.util.List;
import org.gongkao.cycle.Citation;
import org.gongkao.cycle.Contact;
import org.gongkao.cycle.Difference;
import org.gongkao.shared.Sign;

/** The public home page. */
record HomePage(Lead lead, Duties duties, TimeLine year, List<FeeRow> fees, Subjects subjects, Papers papers) {

    /** What is going on now, and where to go. */
    record Lead(String place, String heading, List<Phrase> sentence, List<Way> ways) {}

    /** A stretch of a sentence; strong where it is the deadline. */
    record Phrase(String text, boolean strong) {}

    record Way(String label, String path, boolean primary) {}

    /** Who has to do what; {@code what} and {@code when} head the columns. */
    record Duties(String what, String when, List<DutyRow> rows) {}

    record DutyRow(String who, String what, String instant, String when, String note) {}

    record TimeLine(
            String title,
            String today,
            String todayAt,
            boolean todayShown,
            List<YearAxis.Month> months,
            List<String> grid,
            List<StageRow> stages) {}

    record StageRow(
            int number,
            String name,
            String span,
            String x,
            String width,
            String tone,
            Sign sign,
            String state,
            boolean current) {}

    /** One line of the fee table; a level of two payments has two lines, its name spans them. */
    record FeeRow(String level, String title, int span, String how, String parts, String amount) {}

    record Subjects(List<SubjectRow> rows, String catalogue, String catalogueNote, List<IndustryRow> industries) {}

    record SubjectRow(String levels, String subjects, String note) {}

    record IndustryRow(String industry, String names) {}

    /** The documents that the year rests on, the amendments since, and where to ask. */
    record Papers(List<Citation> citations, List<AmendmentRow> amendments, Contact contact) {}

    record AmendmentRow(String number, String region, String effective, List<Difference> changes) {}
}
