package org.gongkao.application.levelone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Moves;
import org.gongkao.application.Moving;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.ContentHash;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a unit's clerk sees of the unit's posts and recommendations. */
@Component
class LevelOnePages {

    private final Applications applications;
    private final Recommendations recommendations;
    private final PostFigureVersions versions;
    private final StatingPosts stating;
    private final Moving moving;
    private final Names names;

    LevelOnePages(
            Applications applications,
            Recommendations recommendations,
            PostFigureVersions versions,
            StatingPosts stating,
            Moving moving,
            Names names) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.versions = versions;
        this.stating = stating;
        this.moving = moving;
        this.names = names;
    }

    /** 名称。Looks up what is shown by name. */
    @Component
    static class Names {
        private final Persons persons;
        private final Catalogue catalogue;

        Names(Persons persons, Catalogue catalogue) {
            this.persons = persons;
            this.catalogue = catalogue;
        }

        String occupation(Cycle cycle, String code) {
            return catalogue.find(cycle, code).map(Occupation::name).orElse(code);
        }
    }

    /** Without a form: the newest figures, to be stated anew when they change. */
    LevelOnePage list(@Nullable PostsForm typed, List<Fault> faults, Actor clerk, Instant now) {
        var unit = clerk.office().code();
        var cycle = stating.cycle(unit, now);
        var stated = versions.versions(unit, cycle.year(), clerk);
        var files = recommendations.files(cycle.year(), clerk);
        return new LevelOnePage(
                brief(cycle, stated.stream().findFirst(), files),
                rule(cycle),
                cycle.unconfirmedNote("level_one.share"),
                typed != null
                        ? typed
                        : stated.stream().findFirst().map(PostsForm::of).orElse(PostsForm.EMPTY),
                files.stream().map(file -> row(file, cycle)).toList(),
                lines(stated),
                faults);
    }

    /** What a unit stated, for whoever may see it; the newest first. */
    static List<Line> lines(List<PostFigures> stated) {
        return stated.stream()
                .map(one -> new Line(
                        Shanghai.minute(one.at()),
                        "第 " + one.version() + " 版　" + one.actorName() + "：" + one.words() + "，一级占 "
                                + PostsForm.percent(one.approved(), one.posts()) + "，依据" + one.basis()
                                + (one.reason().isEmpty() ? "" : "。占比高于规定的理由：" + one.reason())))
                .toList();
    }

    static String rule(Cycle cycle) {
        var rules = cycle.section(LevelOneRules.class);
        return "核定的一级岗位占工勤技能岗位的比例不高于 " + rules.share() + "%；超出比例或超出空缺岗位推荐的，"
                + rules.over().label() + "。";
    }

    private static Brief brief(Cycle cycle, Optional<PostFigures> figures, List<Recommendations.FileLine> files) {
        long recommended =
                files.stream().filter(Recommendations.FileLine::recommended).count();
        long waiting = files.stream().filter(LevelOnePages::waits).count();
        var asked = figures.isEmpty() ? "先填报今年的岗位设置情况" : waiting > 0 ? "推荐 " + waiting + " 份申报" : "没有要推荐的申报";
        return new Brief(
                cycle.name() + " 一级（高级技师）申报",
                figures.map(PostFigures::words).orElse("岗位设置情况还没有填报"),
                asked,
                "本单位已推荐 " + recommended + " 人",
                Shanghai.deadline(cycle.window(Window.UNIT_REVIEW).to()),
                "单位审核截止");
    }

    private static boolean waits(Recommendations.FileLine file) {
        return !file.recommended() && file.state().equals(ApplicationState.IN_REVIEW.name());
    }

    private LevelOnePage.FileRow row(Recommendations.FileLine file, Cycle cycle) {
        return new LevelOnePage.FileRow(
                file.number(),
                file.personName(),
                names.occupation(cycle, file.occupation()),
                ApplicationState.valueOf(file.state()).label(),
                file.recommended() ? (file.beyond() ? Sign.DUE : Sign.MET) : Sign.REST,
                file.recommended() ? (file.beyond() ? "已推荐，超出空缺" : "已推荐") : "未推荐");
    }

    RecommendationPage one(
            String number, RecommendationForm form, String withdrawal, List<Fault> faults, Actor clerk, Instant now) {
        var file = applications.get(number, clerk);
        if (file.level() != Level.ONE) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var cycle = moving.cycle(file, now);
        var rules = cycle.section(LevelOneRules.class);
        var lines = recommendations.of(file);
        var standing = lines.stream().filter(Recommendation::standing).findFirst();
        var figures = versions.newest(file.unitCode(), file.year(), clerk);
        var places = figures.map(one -> new Places(one, recommendations.others(file)));
        boolean open = Moves.offered(
                        file.state(),
                        file.partiesOf(clerk),
                        moving.timing(file, now).openAt(now))
                .contains(Act.APPROVE);
        boolean full = places.map(Places::goesBeyond).orElse(false);
        return new RecommendationPage(
                number,
                file.version(),
                names.persons.card(file.personId()).name(),
                new Brief(
                        "单位审核 · 组织推荐",
                        file.level().full() + " " + names.occupation(cycle, file.occupation()),
                        asked(open, standing.isPresent(), figures.isPresent()),
                        "",
                        Shanghai.deadline(moving.timing(file, now).reviewEnd()),
                        "单位审核截止"),
                standing.map(one -> one.beyond() ? Sign.DUE : Sign.MET).orElse(Sign.REST),
                standing.map(one -> one.beyond() ? "已推荐，超出空缺" : "已推荐").orElse("未推荐"),
                places.map(LevelOnePages::posts).orElse(List.of()),
                open,
                standing.isPresent(),
                closed(file, open, figures.isPresent(), full && rules.locks()),
                full && !rules.locks() ? beyond(places.orElseThrow()) : "",
                rules.statement(),
                ContentHash.of(rules.statement()),
                rules.clause(),
                form,
                withdrawal,
                lines.reversed().stream()
                        .map(one -> new Line(one.day(), one.words()))
                        .toList(),
                faults);
    }

    private static List<Line> posts(Places places) {
        var figures = places.figures();
        return List.of(
                new Line("工勤技能岗位", figures.posts() + " 个"),
                new Line(
                        "核定一级岗位",
                        figures.approved() + " 个，占 " + PostsForm.percent(figures.approved(), figures.posts())),
                new Line("现已聘用", figures.held() + " 人"),
                new Line("空缺", figures.vacant() + " 个"),
                new Line("本年已推荐其他人", places.earlier() + " 人"),
                new Line("依据", figures.basis() + "（第 " + figures.version() + " 版）"));
    }

    private static String beyond(Places places) {
        return "空缺的一级岗位 " + places.figures().vacant() + " 个，已推荐 " + places.earlier() + " 人，再推荐本申报将超出空缺岗位。"
                + "本单位知道通过考评不等于聘用，已向申报人员说明。";
    }

    private static String asked(boolean open, boolean standing, boolean stated) {
        if (!open) {
            return "现在没有要办的";
        }
        return standing ? "已推荐，回到审核页审核" : stated ? "对照空缺岗位作出推荐" : "先填报岗位设置情况";
    }

    /** Why nobody can recommend now; empty where one can. */
    private static String closed(Application file, boolean open, boolean stated, boolean locked) {
        if (!open) {
            return file.state() == ApplicationState.IN_REVIEW ? "申报现在不在单位审核，不能推荐或撤回。" : "申报已不在审核中，不能推荐或撤回。";
        }
        if (!stated) {
            return "还没有填报今年的岗位设置情况，填报后才能推荐。";
        }
        return locked ? "空缺的一级岗位已经推荐满，今年不能超出空缺推荐。岗位有变化的，请先更新岗位设置情况。" : "";
    }
}
