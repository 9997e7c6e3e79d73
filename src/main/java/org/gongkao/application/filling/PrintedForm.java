package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Filled;
import org.gongkao.application.Records;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.SubmissionPage.Part;
import org.gongkao.application.filling.Submissions.Kept;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 打印申报表。The form on paper, made from what was handed in last, never from what has been changed since. */
@Component
class PrintedForm {

    private final Submissions submissions;
    private final Records records;
    private final Persons persons;
    private final Organisation organisation;
    private final Papers papers;
    private final JsonMapper json;

    PrintedForm(
            Submissions submissions,
            Records records,
            Persons persons,
            Organisation organisation,
            Papers papers,
            JsonMapper json) {
        this.submissions = submissions;
        this.records = records;
        this.persons = persons;
        this.organisation = organisation;
        this.papers = papers;
        this.json = json;
    }

    byte[] pdf(Application application, Actor by, Instant now) {
        var kept = submissions.of(application).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        return papers.draw(sheet(application, kept, by, now));
    }

    private FormSheet sheet(Application application, Kept kept, Actor by, Instant now) {
        var content = json.readTree(kept.content());
        var confirmed = content.path("confirmed").valueStream();
        return new FormSheet(
                application.year() + "年度机关事业单位工勤技能岗位等级考核申报表",
                application.number(),
                kept.contentHash(),
                Receipts.millisecond(kept.at()),
                papers.photo(application, hashes(content), now),
                person(application, content, kept.at(), by, now),
                parts(application, content),
                confirmed.map(one -> one.path("text").asString()).toList(),
                application.filed().route().stream().map(this::seat).toList());
    }

    /**
     * Who handed in, as they stood then. The whole number is in the register alone: it is printed, with birth and sex that are
     * read from it, as long as the kept mask is still its own; of a number that was put right since, the kept mask is.
     */
    private List<Line> person(Application application, JsonNode content, Instant at, Actor by, Instant now) {
        var card = persons.card(application.personId());
        var unit = content.path("unit").asString();
        var name = organisation
                .unitAt(unit, at)
                .or(() -> organisation.findUnit(unit))
                .map(one -> one.name())
                .orElse(unit);
        var masked = content.path("maskedNumber").asString("");
        var lines = new ArrayList<Line>();
        lines.add(new Line("姓名", content.has("name") ? content.path("name").asString() : card.name()));
        if (masked.isEmpty() || masked.equals(card.maskedNumber())) {
            lines.add(new Line("性别", card.sex().label()));
            lines.add(new Line("出生日期", Shanghai.date(card.birth())));
            lines.add(new Line("公民身份号码", persons.reveal(application.personId(), "打印申报表", by)));
        } else {
            lines.add(new Line("公民身份号码", masked));
        }
        lines.add(new Line("工作单位", name));
        lines.add(new Line("申报等级", Level.of(content.path("level").asInt()).full()));
        lines.add(new Line(
                "申报工种",
                papers.occupation(application, content.path("occupation").asString(), now)));
        return lines;
    }

    private List<Part> parts(Application application, JsonNode content) {
        var record = records.read(content.path("record").toString());
        var parts = new ArrayList<Part>();
        for (var group : Sheets.groups()) {
            var lines = record.getOrDefault(group, Filled.EMPTY).lines(Sheets.of(group, application.year()));
            parts.add(new Part(group.label(), "", lines.isEmpty() ? List.of(new Line("内容", "无")) : lines));
        }
        return parts;
    }

    private static List<String> hashes(JsonNode content) {
        return content.path("materials")
                .valueStream()
                .map(material -> material.path("sha256").asString())
                .toList();
    }

    private Line seat(Office office) {
        var role = switch (office.kind()) {
            case UNIT -> "单位意见";
            case DEPARTMENT -> "主管部门意见";
            case AGENCY -> "工考管理机构意见";
        };
        return new Line(role, organisation.officeName(office));
    }
}
