package org.gongkao.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.notification.Due.Ahead;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 汇总上报提醒。Three days and one day before the end of the review, and at its end: each agency that has not reported is told,
 * and the one above it is told who has not. Once each; an end that is moved has reminders of its own.
 */
@Component
class RemindingReports {

    /** Further back everybody has been told, however long the program stood still. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Due due;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Messages messages;

    RemindingReports(Due due, Cycles cycles, Organisation organisation, Messages messages) {
        this.due = due;
        this.cycles = cycles;
        this.organisation = organisation;
        this.messages = messages;
    }

    @Transactional
    public int remind(Instant now) {
        var year = cycles.find(now);
        if (year.isEmpty()) {
            return 0;
        }
        var reporters = reporters(organisation.agency(year.get().regionCode()), now);
        var reported = due.reported(year.get().year());
        int told = 0;
        for (var agency : reporters) {
            told += own(agency, reported, now);
        }
        var owing = new TreeMap<String, List<Agency>>();
        for (var agency : reporters) {
            var superior = agency.superior();
            if (superior != null && !reported.contains(agency.code())) {
                owing.computeIfAbsent(superior, none -> new ArrayList<>()).add(agency);
            }
        }
        for (var superior : owing.entrySet()) {
            told += below(superior.getKey(), superior.getValue(), now);
        }
        return told;
    }

    /** The agency that the year was written for and those below it that review; a province reports to nobody here. */
    private List<Agency> reporters(Agency planned, Instant now) {
        var all = new ArrayList<Agency>();
        if (planned.superior() != null) {
            all.add(planned);
        }
        for (var agency : organisation.below(planned.code())) {
            if (agency.level() != AgencyLevel.COUNTY) {
                all.addAll(reporters(agency, now));
            } else if (organisation.hasTakenOver(agency.code(), cycles.current(agency.code(), now))) {
                all.add(agency);
            }
        }
        return all;
    }

    private int own(Agency agency, Set<String> reported, Instant now) {
        var end = end(agency.code(), now);
        var left = left(end, now);
        var round = "CLOSING:" + agency.code() + ":" + end.getEpochSecond() + ":" + left;
        if (left == null || reported.contains(agency.code()) || !due.begin(round, now)) {
            return 0;
        }
        var template = left.isEmpty() ? Template.CLOSING_OVER : Template.CLOSING_DUE;
        var values = Map.of("left", left, "until", Shanghai.deadline(end));
        var to = Told.to(Office.agency(agency.code()));
        messages.give(new Told(round, to, template, values, "/closings/" + agency.code(), now));
        return 1;
    }

    private int below(String superior, List<Agency> owing, Instant now) {
        var end = end(superior, now);
        var left = left(end, now);
        var round = "CLOSINGS:" + superior + ":" + end.getEpochSecond() + ":" + left;
        if (left == null || !due.begin(round, now)) {
            return 0;
        }
        var template = left.isEmpty() ? Template.CLOSING_OVER_BELOW : Template.CLOSING_DUE_BELOW;
        var values = Map.of(
                "left", left,
                "until", Shanghai.deadline(end),
                "count", Integer.toString(owing.size()),
                "names", owing.stream().map(Agency::name).collect(Collectors.joining("、")));
        messages.give(new Told(round, Told.to(Office.agency(superior)), template, values, "/closings", now));
        return 1;
    }

    private Instant end(String agency, Instant now) {
        return cycles.current(agency, now).window(Window.REVIEW).to();
    }

    /** How it is said that there is so much time left, an empty text once it is over, and nothing when nobody is reminded. */
    private static @Nullable String left(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return now.isBefore(end.plus(LOOK_BACK)) ? "" : null;
        }
        for (var ahead : Ahead.values()) {
            if (ahead.covers(now, end)) {
                return ahead.left;
            }
        }
        return null;
    }
}
