package org.gongkao.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.sql.Timestamp;
import java.util.regex.Pattern;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.ShippedPackages;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.GivenChannel;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Workers of the county's unit who have paid for their grading, what they choose, and the acts of those about them. */
public abstract class TextbookTest extends DatabaseTest {

    protected static final String UNIT = CastSeeds.COUNTY_UNIT;

    @Autowired
    protected GivenChannel channel;

    @Autowired
    private Persons persons;

    @Autowired
    private Cycles cycles;

    @Autowired
    private SettlingSheets settling;

    @Autowired
    private OrderSheets sheets;

    @Autowired
    private ShippedPackages published;

    @BeforeEach
    protected void afterTheReview() {
        channel.forget();
        clock.set("2023-04-16T09:00:00");
    }

    /** Approved, paid, at this level in this occupation; nothing chosen yet. */
    protected Actor worker(int which, String unit, String occupation, int level) {
        var person = persons.add(
                "张" + (char) (0x4E00 + which),
                NationalId.complete("4103051980" + "%07d".formatted(1_010_000 + which)),
                Phone.of("139%08d".formatted(which)),
                Actor.SYSTEM);
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, tier, submitted_at, content_hash, created_at, changed_at)
                values (:number, :person, 2023, :package, 'PAID', :level, :occupation, :unit, array['agency:410305'],
                       'agency:410305', 0, :now, 'x', :now, :now)
                """)
                .param("number", number(which))
                .param("person", person)
                .param("package", cycles.current(clock.instant()).packageId())
                .param("level", level)
                .param("occupation", occupation)
                .param("unit", unit)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return new Actor(9_000 + which, "张某", Role.WORKER, null, person);
    }

    protected static String number(int which) {
        return "2023-8%06d".formatted(which);
    }

    /** One who has opted in: 汽车驾驶员, level three, ¥36. */
    protected Actor orderer(int which) {
        return orderer(which, UNIT, "S0201", 3);
    }

    protected Actor orderer(int which, String unit, String occupation, int level) {
        var worker = worker(which, unit, occupation, level);
        jdbc.sql("""
                insert into textbook.choice (application_number, person_id, unit_code, year, wanted, account_id, chosen_at)
                values (:number, :person, :unit, 2023, true, :account, now())
                """)
                .param("number", number(which))
                .param("person", worker.person())
                .param("unit", unit)
                .param("account", worker.account())
                .update();
        return worker;
    }

    protected void withdraws(int which) {
        jdbc.sql("update application.application set state = 'CANCELLED' where number = :number")
                .param("number", number(which))
                .update();
    }

    /** The year published anew, with the dates of ordering and without a single book. */
    protected void yearWithoutPrices() {
        var text = jdbc.sql("select base_text from cycle.year_package")
                .query(String.class)
                .single();
        var base = text.substring(0, text.indexOf("\ntextbooks:\n")).replaceFirst("  textbooks\\.sample: .*\n", "");
        jdbc.sql("update cycle.year_package set state = 'ARCHIVED'").update();
        jdbc.sql("""
                insert into cycle.year_package (region, year, version, name, state, base_text, overlay_text, hash, drafted_by_name,
                       drafted_at, published_at)
                select region, year, 2, name, 'PUBLISHED', :base, overlay_text, md5(:base), drafted_by_name, drafted_at,
                       published_at
                  from cycle.year_package
                """).param("base", base).update();
        published.publishMissing();
    }

    protected MvcTestResult get(String uri, String who) {
        return mvc.get().uri(uri).with(cast.as(who)).exchange();
    }

    protected MvcTestResult post(String uri, String who, String... fields) {
        var request = mvc.post().uri(uri).with(cast.as(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    protected String body(String uri, String who) {
        try {
            return get(uri, who).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    protected MvcTestResult confirm(String who) {
        return post("/textbooks/sheets", who, "hash", hash(who));
    }

    /** Of the sheet as the unit's page carries it; where nothing is to be confirmed, of the empty sheet. */
    protected String hash(String who) {
        var found = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(body("/textbooks", who));
        return found.find() ? found.group(1) : Sha256.of(UNIT + "\n2023\n");
    }

    /** The unit goes to the channel, pays, and comes back; the sheet is settled once the word is round. */
    protected void pays(String who) {
        var path = chargePath(who);
        setsOut(who);
        var order = channel.lastOrder();
        channel.says(
                order.number(),
                new ChannelAnswer.Paid(
                        order.number(), "T" + order.number(), order.amount(), order.payer(), clock.instant()));
        assertThat(get(path + "/returned", who)).hasStatus3xxRedirection();
        await().untilAsserted(() -> assertThat(
                        sheets.versions(cast.actor(who), 2023).getFirst().settled())
                .isTrue());
    }

    protected void setsOut(String who) {
        assertThat(post(chargePath(who) + "/pay", who, "channel", "WECHAT")).hasStatus3xxRedirection();
    }

    protected String chargePath(String who) {
        var found = Pattern.compile("href=\"(/charges/[0-9]+)\"").matcher(body("/textbooks", who));
        assertThat(found.find()).as("a way to pay").isTrue();
        return found.group(1);
    }

    /** What the clock does by itself. */
    protected void clockStrikes() {
        sheets.unsettled().forEach(version -> settling.lapse(version, clock.instant()));
    }

    protected void arrives(String book, int copies, String who) {
        assertThat(post(
                        "/textbook-orders/stock",
                        who,
                        "request",
                        "r" + System.nanoTime(),
                        "book",
                        book,
                        "quantity",
                        "" + copies))
                .hasStatus3xxRedirection();
    }

    protected MvcTestResult handsOut(String unit, String book, String copies, String who) {
        return post(
                "/textbook-orders/units/" + unit + "/handouts",
                who,
                "request",
                "h" + System.nanoTime(),
                "copies-" + book,
                copies);
    }

    protected String lastSlip() {
        return jdbc.sql("select number from textbook.handout order by id desc limit 1")
                .query(String.class)
                .single();
    }

    protected int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    protected int figure(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    protected boolean audited(String act) {
        return count("audit.line where act = '" + act + "' and kind = 'DONE'") > 0;
    }
}
