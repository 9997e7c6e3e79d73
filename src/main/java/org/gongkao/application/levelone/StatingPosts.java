package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 填报岗位设置情况。A unit's clerk states the posts of the year; each statement is a version, and none is changed. */
@Component
class StatingPosts {

    private final PostFigureVersions versions;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Audit audit;

    StatingPosts(PostFigureVersions versions, Cycles cycles, Organisation organisation, Audit audit) {
        this.versions = versions;
        this.cycles = cycles;
        this.organisation = organisation;
        this.audit = audit;
    }

    /** The year that is current for a unit. */
    Cycle cycle(String unitCode, Instant now) {
        return cycles.current(organisation.unit(unitCode).agencyCode(), now);
    }

    @Transactional
    public int state(PostsForm form, Actor clerk, Instant arrived) {
        var unit = clerk.office().code();
        var cycle = cycle(unit, arrived);
        var figures = checked(form, unit, cycle, clerk, arrived);
        versions.hold(unit, cycle.year());
        var newest = versions.newest(unit, cycle.year(), clerk);
        if (newest.map(PostFigures::version).orElse(0) != form.version()) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        newest.filter(one -> one.saysTheSameAs(
                        figures.posts(), figures.approved(), figures.held(), figures.basis(), figures.reason()))
                .ifPresent(one -> {
                    throw new Refusal(LevelOneRefusal.NOTHING_NEW, one.version());
                });
        versions.add(figures, clerk);
        audit.record(clerk, "填报岗位设置情况", "posts:" + unit + ":" + cycle.year(), "第 " + figures.version() + " 版");
        return figures.version();
    }

    private static PostFigures checked(PostsForm form, String unit, Cycle cycle, Actor clerk, Instant at) {
        var faults = new Faults();
        int posts = PostsForm.number(form.posts(), "posts", "工勤技能岗位总数", faults);
        int approved = PostsForm.number(form.approved(), "approved", "核定的一级岗位", faults);
        int held = PostsForm.number(form.held(), "held", "一级岗位现已聘人数", faults);
        boolean counted = posts >= 0 && approved >= 0;
        var basis = form.basis().strip();
        var reason = form.reason().strip();
        var rules = cycle.section(LevelOneRules.class);
        boolean above = counted && PostFigures.isAbove(rules.share(), approved, posts);
        faults.addIf(counted && approved > posts, "approved", LevelOneRefusal.APPROVED_ABOVE_POSTS.sentence())
                .addIf(approved >= 0 && held > approved, "held", LevelOneRefusal.HELD_ABOVE_APPROVED.sentence())
                .addIf(basis.length() < 2 || basis.length() > 100, "basis", LevelOneRefusal.BASIS_MISSING.sentence())
                .addIf(above && approved <= posts && rules.locks(), "approved", LevelOneRefusal.SHARE_LOCKED)
                .addIf(
                        above && !rules.locks() && reason.length() < 2 || reason.length() > 200,
                        "reason",
                        LevelOneRefusal.SHARE_REASON.sentence())
                .refuse();
        return new PostFigures(
                0,
                unit,
                cycle.year(),
                form.version() + 1,
                posts,
                approved,
                held,
                basis,
                above ? reason : "",
                clerk.name(),
                at);
    }
}
