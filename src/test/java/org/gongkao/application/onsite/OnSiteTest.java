package org.gongkao.application.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tests of this module have in common: files that are marked, and times to bring the originals. */
abstract class OnSiteTest extends DatabaseTest {

    /** A Monday within the review. */
    static final LocalDate MONDAY = LocalDate.of(2023, 3, 20);

    static final Set<String> DIPLOMA = Set.of("education");

    @Autowired
    GivenFile files;

    @Autowired
    Applications applications;

    @Autowired
    OpeningSlots opening;

    @Autowired
    BookingVisits booking;

    @Autowired
    KeepingOriginals keeping;

    @Autowired
    ComparingOriginals comparing;

    @Autowired
    Slots slots;

    @Autowired
    Visits visits;

    @Autowired
    Originals originals;

    /** A file that its unit has passed, before the county, whose diploma is to be seen. */
    String marked() {
        return marked(actor(Cast.WORKER), DIPLOMA);
    }

    String marked(Actor worker, Set<String> items) {
        var number = files.passedByUnit(worker, CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
        files.mark(number, items, "复印件看不清印章", actor(Cast.COUNTY), clock.instant());
        return number;
    }

    /** Somebody else of the same unit. */
    Actor another(int which) {
        var person = jdbc.sql("""
                        insert into person.person (name, number_sealed, number_index, masked_number)
                        values ('张' || chr(19968 + :n), '\\x00', decode(lpad(to_hex(:n), 16, '0'), 'hex'), '410305********1234')
                        returning id
                        """).param("n", which).query(Long.class).single();
        return new Actor(9_000 + which, "张某", Role.WORKER, null, person);
    }

    /** The county's time on a day, 09:00–11:30; its number. */
    long slot(LocalDate day, int capacity) {
        opening.open(asked(day, day, capacity, true), actor(Cast.COUNTY), clock.instant());
        return slots.upcoming(null, 100, actor(Cast.COUNTY), clock.instant()).stream()
                .mapToLong(Slot::id)
                .max()
                .orElseThrow();
    }

    static OpeningSlots.Asked asked(LocalDate first, LocalDate last, int capacity, boolean everyDay) {
        return new OpeningSlots.Asked(
                first, last, LocalTime.of(9, 0), LocalTime.of(11, 30), "人社局二楼", capacity, everyDay);
    }

    /** Booked and come to the desk. */
    String atTheDesk() {
        var number = marked();
        booking.book(number, slot(MONDAY, 5), actor(Cast.WORKER), clock.instant());
        clock.set("2023-03-20T09:30:00");
        return number;
    }

    /** The originals lie at the county. */
    String received() {
        var number = atTheDesk();
        keeping.receive(number, version(number), DIPLOMA, actor(Cast.COUNTY), clock.instant());
        return number;
    }

    void compare(String number, boolean same, String note) {
        var pages = originals.of(visit(number)).stream()
                .map(original -> new Originals.Compared(original.id(), 1, same, note))
                .toList();
        comparing.compare(number, version(number), pages, actor(Cast.COUNTY), clock.instant());
    }

    Visit visit(String number) {
        return visits.of(file(number)).getFirst();
    }

    int version(String number) {
        return visit(number).version();
    }

    Application file(String number) {
        return applications.get(number, Actor.SYSTEM);
    }

    int booked(long slot) {
        return jdbc.sql("select booked from application.visit_slot where id = :id")
                .param("id", slot)
                .query(Integer.class)
                .single();
    }

    Actor actor(String username) {
        return cast.actor(username);
    }

    MvcTestResult page(String path, String who) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    MvcTestResult post(String path, String who, String... typed) {
        var request = mvc.post().uri(path).with(cast.as(who)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }

    List<String> told(String recipient) {
        return jdbc.sql("select heading from notification.message where recipient = :to order by id")
                .param("to", recipient)
                .query(String.class)
                .list();
    }

    String worker() {
        return "person:" + actor(Cast.WORKER).person();
    }

    static void refuses(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
