package org.gongkao.organisation;

import java.util.List;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 单位名单。Lists of units as their agency sees them: of its own, and, to look at, of the agencies below it. Found by key, so
 * the last screen comes as quickly as the first.
 */
@Repository
class RegisteredUnits {

    /** 名单行。One line of the list. */
    record UnitRow(
            String code,
            String name,
            UnitKind kind,
            @Nullable String departmentCode,
            @Nullable String department,
            String agencyCode,
            String regionCode,
            String region,
            UnitStatus status,
            boolean checked) {}

    private static final String FROM = """
              from organisation.unit u
              join organisation.region r on r.code = u.region_code
              left join organisation.department d on d.code = u.department_code
             where u.agency_code = :agency
               and exists (select 1 from organisation.agency a
                            where a.code = :agency and (a.code = :mine or a.superior = :mine))
            """;

    private static final String CHECKED = """
            exists (select 1 from organisation.unit_check c where c.unit_code = u.code and c.year = :year)
            """;

    private final JdbcClient jdbc;

    RegisteredUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One screen, beginning after a unit's code; {@code year} is that of the check (核对). */
    List<UnitRow> list(UnitFilter filter, int year, Actor by, String after, int limit) {
        var order = filter.byCode() ? "u.code" : "u.name collate \"zh-Hans-x-icu\", u.code";
        var from = filter.byCode() ? " and u.code > :after" : """
                   and (u.name collate "zh-Hans-x-icu", u.code)
                       > (select p.name collate "zh-Hans-x-icu", p.code from organisation.unit p where p.code = :after)
                  """;
        return bind(
                        "select u.code, u.name, u.kind, u.department_code, d.name as department, u.agency_code,"
                                + " u.region_code, r.name as region, u.status, " + CHECKED + " as checked "
                                + FROM + where(filter) + (after.isEmpty() ? "" : from)
                                + " order by " + order + " limit :limit",
                        filter,
                        year,
                        by)
                .param("after", after)
                .param("limit", limit)
                .query(UnitRow.class)
                .list();
    }

    /** How many there are, counted up to a limit: a clerk needs to know whether it is 12 or thousands. */
    int count(UnitFilter filter, int year, Actor by, int limit) {
        return bind(
                        "select count(*) from (select 1 " + FROM + where(filter) + " limit :limit) counted",
                        filter,
                        year,
                        by)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec bind(String sql, UnitFilter filter, int year, Actor by) {
        return jdbc.sql(sql)
                .param("mine", by.office().code())
                .param("agency", filter.agency())
                .param("year", year)
                .param("part", "%" + Like.escape(filter.term()) + "%")
                .param("start", Like.escape(SocialCreditCode.normalise(filter.term())) + "%")
                .param("kind", filter.kind())
                .param("department", filter.department())
                .param("status", filter.status());
    }

    private static String where(UnitFilter filter) {
        var where = new StringBuilder();
        if (!filter.term().isEmpty()) {
            where.append(" and (u.name like :part or u.code like :start)");
        }
        if (!filter.kind().isEmpty()) {
            where.append(" and u.kind = :kind");
        }
        if (filter.department().equals(UnitFilter.NO_DEPARTMENT)) {
            where.append(" and u.department_code is null");
        } else if (!filter.department().isEmpty()) {
            where.append(" and u.department_code = :department");
        }
        if (!filter.status().equals("all")) {
            where.append(" and u.status = :status");
        }
        if (!filter.checked().isEmpty()) {
            where.append(filter.checked().equals("yes") ? " and " : " and not ").append(CHECKED);
        }
        return where.toString();
    }
}
