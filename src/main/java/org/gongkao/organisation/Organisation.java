package org.gongkao.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 组织机构。What the other modules ask: which unit, department, agency and region a code names, who answers for whom, and
 * which county has taken over the review.
 */
@Component
public class Organisation {

    /** One screen of units in a search. */
    private static final int SCREEN = 20;

    private static final String UNIT = """
            select u.code, u.name, u.kind, u.department_code, u.agency_code, u.region_code, u.status
              from organisation.unit u
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final Departments departments;

    /** Asked several times in every act, and changed by migrations only: the program may not write them. */
    private final Map<String, Agency> agencies = new ConcurrentHashMap<>();

    Organisation(JdbcClient jdbc, Units units, Departments departments) {
        this.jdbc = jdbc;
        this.units = units;
        this.departments = departments;
    }

    public Unit unit(String code) {
        return findUnit(code).orElseThrow(() -> new Refusal(OrganisationRefusal.UNIT_UNKNOWN));
    }

    public Optional<Unit> findUnit(String code) {
        return jdbc.sql(UNIT + " where u.code = :code")
                .param("code", code)
                .query(Unit.class)
                .optional();
    }

    /** The unit as it was at an instant: what a file of that day has to say. */
    public Optional<Unit> unitAt(String code, Instant at) {
        return jdbc.sql("""
                        select unit_code as code, name, kind, department_code, agency_code, region_code, status
                          from organisation.unit_history
                         where unit_code = :code and valid_from <= :at
                         order by version desc limit 1
                        """)
                .param("code", code)
                .param("at", java.sql.Timestamp.from(at))
                .query(Unit.class)
                .optional();
    }

    /** The unit as one line of its history has it. */
    Optional<Unit> unitVersion(String code, int version) {
        return jdbc.sql("""
                        select unit_code as code, name, kind, department_code, agency_code, region_code, status
                          from organisation.unit_history
                         where unit_code = :code and version = :version
                        """)
                .param("code", code)
                .param("version", version)
                .query(Unit.class)
                .optional();
    }

    public Agency agency(String code) {
        return findAgency(code).orElseThrow(() -> new Refusal(OrganisationRefusal.AGENCY_UNKNOWN));
    }

    public Optional<Agency> findAgency(String code) {
        return Optional.ofNullable(agencies.computeIfAbsent(code, this::readAgency));
    }

    private @Nullable Agency readAgency(String code) {
        return jdbc.sql("select code, name, level, superior, region_code from organisation.agency where code = :code")
                .param("code", code)
                .query(Agency.class)
                .optional()
                .orElse(null);
    }

    /** The agencies directly below one, by code. */
    public List<Agency> below(String agencyCode) {
        return jdbc.sql("""
                        select code, name, level, superior, region_code
                          from organisation.agency where superior = :code order by code
                        """).param("code", agencyCode).query(Agency.class).list();
    }

    public Department department(String code) {
        return findDepartment(code).orElseThrow(() -> new Refusal(OrganisationRefusal.DEPARTMENT_UNKNOWN));
    }

    public Optional<Department> findDepartment(String code) {
        return jdbc.sql("select code, name, agency_code from organisation.department where code = :code")
                .param("code", code)
                .query(Department.class)
                .optional();
    }

    /** The departments in use that one agency's units may stand under, by name. */
    public List<Department> departments(String agencyCode) {
        return jdbc.sql("""
                        select code, name, agency_code from organisation.department
                         where agency_code = :agency and status = 'ACTIVE' order by name collate "zh-Hans-x-icu", code
                        """).param("agency", agencyCode).query(Department.class).list();
    }

    public Region region(String code) {
        return findRegion(code).orElseThrow(() -> new Refusal(OrganisationRefusal.REGION_UNKNOWN));
    }

    public Optional<Region> findRegion(String code) {
        return jdbc.sql("select code, name, superior, own from organisation.region where code = :code")
                .param("code", code)
                .query(Region.class)
                .optional();
    }

    /** The regions in which an agency's units may stand: its own and those directly below, by code. */
    public List<Region> regionsOf(String agencyCode) {
        return jdbc.sql("""
                        select code, name, superior, own from organisation.region
                         where code = :code or superior = :code order by superior nulls first, code
                        """).param("code", agencyCode).query(Region.class).list();
    }

    /** Whether this agency reviews its own units' files in this year; a province or a city always does. */
    public boolean hasTakenOver(String agencyCode, Cycle cycle) {
        return agency(agencyCode).level() != AgencyLevel.COUNTY
                || cycle.section(Counties.class).takenOver().contains(agencyCode);
    }

    /** The agency under which an office stands, an agency under itself: amendments for its region hold for the office. */
    public String agencyOf(Office office) {
        return switch (office.kind()) {
            case UNIT -> unit(office.code()).agencyCode();
            case DEPARTMENT -> department(office.code()).agencyCode();
            case AGENCY -> office.code();
        };
    }

    /**
     * What an office is called on screen; an office that is not known is called by its kind. By code, since the view of all offices
     * puts their keys together and is read from end to end.
     */
    public String officeName(Office office) {
        var name = switch (office.kind()) {
            case UNIT -> findUnit(office.code()).map(Unit::name);
            case DEPARTMENT -> findDepartment(office.code()).map(Department::name);
            case AGENCY -> findAgency(office.code()).map(Agency::name);
        };
        return name.orElse(office.kind().label());
    }

    /**
     * Units in use whose name contains the term, or whose code begins with it, twenty at a time in the order of their
     * names; {@code after} is the code that ended the screen before.
     */
    public Page<Unit> search(String term, @Nullable String agencyCode, @Nullable String after) {
        var found = new ArrayList<>(jdbc.sql(UNIT + """
                         where u.status = 'ACTIVE'
                           and (cast(:agency as text) is null or u.agency_code = :agency)
                           and (u.name like :part or u.code like :start)
                           and (cast(:after as text) is null
                                or (u.name collate "zh-Hans-x-icu", u.code)
                                   > (select a.name collate "zh-Hans-x-icu", a.code
                                        from organisation.unit a where a.code = :after))
                         order by u.name collate "zh-Hans-x-icu", u.code
                         limit :limit
                        """)
                .param("agency", agencyCode)
                .param("part", "%" + Like.escape(term.strip()) + "%")
                .param("start", Like.escape(SocialCreditCode.normalise(term)) + "%")
                .param("after", after)
                .param("limit", SCREEN + 1)
                .query(Unit.class)
                .list());
        if (found.size() <= SCREEN) {
            return new Page<>(List.copyOf(found), null);
        }
        found.removeLast();
        return new Page<>(List.copyOf(found), found.getLast().code());
    }

    /** Adds a department, or does nothing when its code is there already: reference data comes more than once. */
    public void addDepartment(Department department) {
        if (findDepartment(department.code()).isEmpty()) {
            departments.add(department);
        }
    }

    /** Adds a unit with its first line of history, or does nothing when its code is there already. */
    public void addUnit(Unit unit, Actor by, Instant at) {
        if (findUnit(unit.code()).isEmpty()) {
            units.add(unit, by, at, "初始登记");
        }
    }
}
