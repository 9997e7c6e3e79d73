package org.gongkao.worker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.PartialDate;

/** 人事基本情况。What the personnel file says of one worker. What is not known is empty, and no day is made up. */
public final class ServiceFacts {

    private final Map<RecordField, String> kept;

    ServiceFacts(Map<RecordField, String> kept) {
        this.kept = new EnumMap<>(RecordField.class);
        this.kept.putAll(kept);
    }

    static final ServiceFacts NONE = new ServiceFacts(Map.of());

    String value(RecordField field) {
        return kept.getOrDefault(field, "");
    }

    Map<RecordField, String> kept() {
        return new EnumMap<>(kept);
    }

    public Optional<String> post() {
        return text(RecordField.POST);
    }

    public Optional<PostKind> postKind() {
        return text(RecordField.POST_KIND).map(PostKind::valueOf);
    }

    public Optional<EmploymentForm> employment() {
        return text(RecordField.EMPLOYMENT).map(EmploymentForm::valueOf);
    }

    public Optional<PartialDate> startOfWork() {
        return date(RecordField.START_OF_WORK);
    }

    /** 转正定级. */
    public Optional<PartialDate> settledOn() {
        return date(RecordField.SETTLED_ON);
    }

    public List<Interruption> interruptions() {
        return Interruption.parse(value(RecordField.INTERRUPTIONS)).orElse(List.of());
    }

    public Optional<Education> education() {
        return text(RecordField.EDUCATION).map(Education::valueOf);
    }

    public Optional<PartialDate> graduatedOn() {
        return date(RecordField.GRADUATED_ON);
    }

    public Optional<RetirementCategory> retirement() {
        return text(RecordField.RETIREMENT).map(RetirementCategory::valueOf);
    }

    /** The present occupation by its name in the catalogue of the year in which it was written. */
    public Optional<String> occupation() {
        return text(RecordField.OCCUPATION);
    }

    public Optional<PartialDate> occupationSince() {
        return date(RecordField.OCCUPATION_SINCE);
    }

    /** 聘任等级. */
    public Optional<Level> appointedLevel() {
        return text(RecordField.APPOINTED_LEVEL).map(number -> Level.of(Integer.parseInt(number)));
    }

    public Optional<PartialDate> appointedSince() {
        return date(RecordField.APPOINTED_SINCE);
    }

    /** 公车改革转岗: answered, or not known. */
    public Optional<Boolean> carReform() {
        return text(RecordField.CAR_REFORM).map("YES"::equals);
    }

    boolean checked() {
        return value(RecordField.CHECKED).equals("YES");
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var field : RecordField.values()) {
            var value = value(field);
            lines.add(new Line(field.label(), value.isEmpty() ? "未填" : field.words(value)));
        }
        return lines;
    }

    /** The labels of what differs from an older version. */
    List<String> changedSince(ServiceFacts older) {
        var changed = new ArrayList<String>();
        for (var field : RecordField.values()) {
            if (!value(field).equals(older.value(field))) {
                changed.add(field.label());
            }
        }
        return changed;
    }

    private Optional<String> text(RecordField field) {
        return Optional.ofNullable(kept.get(field));
    }

    private Optional<PartialDate> date(RecordField field) {
        return text(field).flatMap(PartialDate::parse);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceFacts that && that.kept.equals(kept);
    }

    @Override
    public int hashCode() {
        return kept.hashCode();
    }

    /** Names no fact: this may end in a log. */
    @Override
    public String toString() {
        return "ServiceFacts[" + kept.size() + "]";
    }
}
