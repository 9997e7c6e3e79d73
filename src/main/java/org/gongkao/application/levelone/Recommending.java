package org.gongkao.application.levelone;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.ContentHash;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 组织推荐。A unit recommends a file of level one by its posts and says in the notice's words that it explained the policy of
 * appointment (考务通知 二（三）、八（二）), or takes that back while the file lies with it.
 */
@Component
class Recommending {

    /** 推荐内容。What is kept of a line: the reason, the statement and its hash, who answers for it. */
    record Said(String reason, String statement, String statementHash, String responsible) {}

    private final Applications applications;
    private final Recommendations recommendations;
    private final PostFigureVersions versions;
    private final Moving moving;
    private final Audit audit;

    Recommending(
            Applications applications,
            Recommendations recommendations,
            PostFigureVersions versions,
            Moving moving,
            Audit audit) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.versions = versions;
        this.moving = moving;
        this.audit = audit;
    }

    @Transactional
    public void recommend(String number, RecommendationForm form, Actor clerk, Instant arrived) {
        var file = mine(number, clerk, arrived);
        var rules = moving.cycle(file, arrived).section(LevelOneRules.class);
        if (!ContentHash.of(rules.statement()).equals(form.seen())) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        versions.hold(file.unitCode(), file.year());
        if (recommendations.standing(file).isPresent()) {
            throw new Refusal(LevelOneRefusal.ALREADY_RECOMMENDED);
        }
        var places = places(file, clerk);
        if (places.goesBeyond() && rules.locks()) {
            throw new Refusal(LevelOneRefusal.NO_VACANCY, places.figures().vacant(), places.earlier());
        }
        var reason = places.goesBeyond() ? form.reason().strip() : "";
        var responsible = form.responsible().strip();
        new Faults()
                .addIf(!form.statement(), "statement", LevelOneRefusal.STATEMENT_UNREAD)
                .addIf(places.goesBeyond() && !form.beyond(), "beyond", LevelOneRefusal.BEYOND_UNREAD)
                .addIf(places.goesBeyond() && isNoReason(reason), "reason", LevelOneRefusal.BEYOND_REASON)
                .addIf(
                        responsible.length() < 2 || responsible.length() > 40,
                        "responsible",
                        LevelOneRefusal.RESPONSIBLE_MISSING)
                .refuse();
        var said = new Said(reason, rules.statement(), ContentHash.of(rules.statement()), responsible);
        recommendations.add(file, RecommendationAct.RECOMMEND, places, said, clerk, arrived);
        audit.record(
                clerk,
                "推荐一级申报",
                "application:" + number,
                "岗位设置情况第 " + places.figures().version() + " 版，" + (places.goesBeyond() ? "超出空缺岗位" : "没有超出空缺岗位"));
    }

    /** Counts the file's version up, so that an approval on the screen of before finds the file changed. */
    @Transactional
    public void withdraw(String number, int seenVersion, String reason, Actor clerk, Instant arrived) {
        var file = mine(number, clerk, arrived).asSeenAt(seenVersion);
        if (recommendations.standing(file).isEmpty()) {
            throw new Refusal(LevelOneRefusal.NO_RECOMMENDATION);
        }
        var words = reason.strip();
        new Faults()
                .addIf(isNoReason(words), "withdrawal", LevelOneRefusal.WITHDRAWAL_REASON)
                .refuse();
        recommendations.add(file, RecommendationAct.WITHDRAW, null, new Said(words, "", "", ""), clerk, arrived);
        applications.touch(file, arrived);
        audit.record(clerk, "撤回一级推荐", "application:" + number, "");
    }

    /** The unit's posts, without which nobody is recommended, and the others that it has recommended. */
    private Places places(Application file, Actor clerk) {
        var figures = versions.newest(file.unitCode(), file.year(), clerk)
                .orElseThrow(() -> new Refusal(LevelOneRefusal.FIGURES_MISSING));
        return new Places(figures, recommendations.others(file));
    }

    /** A file of level one that lies with the clerk's own unit for review, and is not the clerk's own. */
    private Application mine(String number, Actor clerk, Instant arrived) {
        var file = applications.get(number, clerk);
        if (file.level() != Level.ONE) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        if (file.isOf(clerk)) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        file.find(Act.APPROVE, clerk, moving.timing(file, arrived).openAt(arrived));
        return file;
    }

    private static boolean isNoReason(String reason) {
        return reason.length() < 2 || reason.length() > 200;
    }
}
