package org.gongkao.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;

/**
 * 年度考核计划。One year's package as it holds for one region at one moment: the published text with the amendments that
 * were in force. Immutable; ask {@link Cycles} again for another moment.
 */
public final class Cycle {

    private final long packageId;
    private final int version;
    private final String hash;
    private final Header header;
    private final Map<Class<?>, Object> sections;

    Cycle(long packageId, int version, String hash, Header header, Map<Class<?>, Object> sections) {
        this.packageId = packageId;
        this.version = version;
        this.hash = hash;
        this.header = header;
        this.sections = Map.copyOf(sections);
    }

    /** What a file keeps when it begins. */
    public long packageId() {
        return packageId;
    }

    public int year() {
        return header.year();
    }

    /** 2023年度. */
    public String name() {
        return header.name();
    }

    /** The region that the package was written for. */
    public String regionCode() {
        return header.region();
    }

    /** The number of the last publication or amendment in force; counts up within a year. */
    public int version() {
        return version;
    }

    /** SHA-256 over the published text and the amendments in force. */
    public String hash() {
        return hash;
    }

    public Period window(Window window) {
        var period = section(Windows.class).periods().get(window);
        if (period == null) {
            throw new Refusal(CycleRefusal.SECTION_MISSING, window.label());
        }
        return period;
    }

    public boolean isOpen(Window window, Instant now) {
        return window(window).covers(now);
    }

    /** Whether the last window has ended. */
    public boolean isOver(Instant now) {
        return section(Windows.class).periods().values().stream().allMatch(period -> period.isOver(now));
    }

    public Set<Window> openAt(Instant now) {
        var open = EnumSet.noneOf(Window.class);
        section(Windows.class).periods().forEach((window, period) -> {
            if (period.covers(now)) {
                open.add(window);
            }
        });
        return open;
    }

    /** Another module's section of the package. */
    public <T> T section(Class<T> type) {
        return find(type).orElseThrow(() -> new Refusal(CycleRefusal.SECTION_MISSING, type.getSimpleName()));
    }

    /** A section that a year published before it came may lack. */
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(sections.get(type)).map(type::cast);
    }

    /** The same, of a year that may have been published before there was such a section. */
    public <T> Optional<T> sectionIfAny(Class<T> type) {
        return Optional.ofNullable(sections.get(type)).map(type::cast);
    }

    public WorkingDays workingDays() {
        return section(WorkingDays.class);
    }

    public List<Stage> stages() {
        return section(YearPlan.class).stages();
    }

    public List<Duty> duties() {
        return section(YearPlan.class).duties();
    }

    public List<Citation> citations() {
        return section(Citations.class).list();
    }

    public Contact contact() {
        return section(Contact.class);
    }

    /** The day on which the year's notice was given; who had reached retirement age before it cannot apply. */
    public LocalDate noticeDay() {
        return section(Settings.class).noticeDay();
    }

    /** Working days within which a worker may object to a rejection. */
    public int objectionDays() {
        return section(Settings.class).objectionDays();
    }

    /** Working days in which an office of this kind promises to have decided on a file (承诺时限). */
    public int promisedDays(Office.Kind kind) {
        return Objects.requireNonNull(section(Settings.class).promisedDays().get(kind));
    }

    /** Working days that a file brought back late gets for correction and for payment. */
    public int ownDateDays() {
        return section(Settings.class).ownDateDays();
    }

    /** 待确认: no document fixes this field, it is a default; e.g. {@code windows.PAYMENT.to}. */
    public boolean unconfirmed(String field) {
        return section(Unconfirmed.class).notes().containsKey(field);
    }

    /** Why a field is 待确认, or an empty text. */
    public String unconfirmedNote(String field) {
        return section(Unconfirmed.class).notes().getOrDefault(field, "");
    }
}
