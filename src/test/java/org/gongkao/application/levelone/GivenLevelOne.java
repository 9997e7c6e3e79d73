package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.application.Applications;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.cycle.ContentHash;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file of level one before its unit, and what the unit does about it by the real acts: for tests of what comes after. */
@Component
@Profile("test")
public class GivenLevelOne {

    private final JdbcClient jdbc;
    private final WorkerActs worker;
    private final Applications applications;
    private final StatingPosts stating;
    private final Recommending recommending;
    private final MovingPapers papers;
    private final Cycles cycles;

    GivenLevelOne(
            JdbcClient jdbc,
            WorkerActs worker,
            Applications applications,
            StatingPosts stating,
            Recommending recommending,
            MovingPapers papers,
            Cycles cycles) {
        this.jdbc = jdbc;
        this.worker = worker;
        this.applications = applications;
        this.stating = stating;
        this.recommending = recommending;
        this.papers = papers;
        this.cycles = cycles;
    }

    /** Handed in by the real act, at level three; the level alone is changed then, since no record here meets level one. */
    public String handedIn(Actor person, String unit, Instant now) {
        var number = worker.handedIn(person, unit, now);
        level(number, 1);
        return number;
    }

    /** A file that was sent back, with one more material, handed in once more. */
    public void submitAgain(String number, Actor person, Instant now) {
        level(number, 3);
        FilledFile.attach(jdbc, number, "OTHER", now);
        worker.submit(number, applications.get(number, person).version(), person, now);
        level(number, 1);
    }

    private void level(String number, int level) {
        jdbc.sql("update application.application set level = :level where number = :number")
                .param("level", level)
                .param("number", number)
                .update();
    }

    /** Twenty posts more for each that is approved, so that the share of the year is kept. */
    public void posts(int approved, int held, int seen, Actor clerk, Instant now) {
        var form = new PostsForm("" + (20 + approved * 20), "" + approved, "" + held, "洛人社岗〔2022〕8号", "", seen);
        stating.state(form, clerk, now);
    }

    public void recommend(String number, Actor clerk, Instant now) {
        var file = applications.get(number, clerk);
        var rules = cycles.of(file.packageId(), "410305", now).section(LevelOneRules.class);
        recommending.recommend(
                number,
                new RecommendationForm(true, true, "岗位急需，已报主管部门", "刘芳", ContentHash.of(rules.statement())),
                clerk,
                now);
    }

    /** By its name, {@code RECEIVE} and so on, on the screen as it is now. */
    public void paper(String number, String act, Actor by, Instant now) {
        int version = jdbc.sql("""
                        select coalesce(max(p.version), 0) from application.paper p
                          join application.application a on a.id = p.application_id where a.number = :number
                        """).param("number", number).query(Integer.class).single();
        papers.act(number, PaperAct.valueOf(act), version, by, now);
    }
}
