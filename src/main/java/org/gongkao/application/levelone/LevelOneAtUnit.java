package org.gongkao.application.levelone;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.UnitPrecondition;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** What the review asks and shows of a file of level one: its unit's recommendation, and where its paper file lies. */
@Component
class LevelOneAtUnit implements UnitPrecondition {

    private final Recommendations recommendations;
    private final PaperFiles papers;
    private final PaperWords words;

    LevelOneAtUnit(Recommendations recommendations, PaperFiles papers, PaperWords words) {
        this.recommendations = recommendations;
        this.papers = papers;
        this.words = words;
    }

    @Override
    public void require(Application application) {
        if (application.level() == Level.ONE
                && recommendations.standing(application).isEmpty()) {
            throw new Refusal(LevelOneRefusal.NOT_RECOMMENDED);
        }
    }

    @Override
    public List<Shown> shown(Application application, Actor by) {
        if (application.level() != Level.ONE) {
            return List.of();
        }
        return List.of(recommendation(application, by), paper(application, by));
    }

    private Shown recommendation(Application application, Actor by) {
        var lines = recommendations.of(application);
        var standing = lines.stream().filter(Recommendation::standing).findFirst();
        boolean unit = by.office().equals(Office.unit(application.unitCode()));
        var facts = new ArrayList<Line>();
        standing.ifPresent(one -> facts.addAll(facts(one)));
        lines.stream().filter(one -> !one.standing()).forEach(one -> facts.add(new Line(one.day(), one.words())));
        return new Shown(
                "单位推荐",
                standing.map(one -> one.beyond() ? Sign.DUE : Sign.MET)
                        .orElse(lines.isEmpty() ? Sign.REST : Sign.UNMET),
                standing.map(one -> one.beyond() ? "已推荐，超出空缺岗位" : "已推荐")
                        .orElse(lines.isEmpty() ? "尚未推荐" : "推荐已无效，须重新推荐"),
                facts,
                unit ? "/level-one/" + application.number() : "/level-one/units/" + application.unitCode(),
                unit ? (standing.isPresent() ? "查看或撤回推荐" : "办理推荐") : "查看单位岗位设置情况");
    }

    private static List<Line> facts(Recommendation one) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("岗位设置", one.basisWords()));
        facts.add(new Line("推荐时", one.placeWords()));
        if (one.beyond()) {
            facts.add(new Line("超出的理由", one.reason()));
        }
        facts.add(new Line("推荐说明", one.statement()));
        facts.add(new Line("责任人", one.responsible()));
        facts.add(new Line("推荐人", one.actorName() + "，" + one.day()));
        return facts;
    }

    private Shown paper(Application application, Actor by) {
        var paper = papers.get(application.number(), by);
        return new Shown(
                "纸质材料 1 份",
                paper.state().sign(),
                paper.state().label(),
                List.of(new Line("在哪里", words.where(paper))),
                "/papers/" + application.number(),
                "收件、转交和流转记录");
    }
}
