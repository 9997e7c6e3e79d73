package org.gongkao.demo;

import java.time.Instant;
import org.gongkao.account.Accounts;
import org.gongkao.organisation.Department;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.SocialCreditCode;
import org.gongkao.organisation.Unit;
import org.gongkao.organisation.UnitKind;
import org.gongkao.organisation.UnitStatus;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.gongkao.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 演示人员。Plants the cast: the two workers, their units and departments, and one person for every office. The 市直 unit
 * stands in another reviewer's county on purpose. All are invented.
 */
@Component
@Profile({"demo", "test"})
public class CastSeeds {

    public static final String PASSWORD = "Gongkao@2023";
    public static final String COUNTY_DEPARTMENT =
            SocialCreditCode.complete("11410305MB1A00001").value();
    public static final String CITY_DEPARTMENT =
            SocialCreditCode.complete("11410300MB1A00002").value();
    public static final String COUNTY_UNIT =
            SocialCreditCode.complete("12410305MB1A00003").value();
    public static final String CITY_UNIT =
            SocialCreditCode.complete("12410300MB1A00004").value();

    private final Organisation organisation;
    private final Persons persons;
    private final Workers workers;
    private final Accounts accounts;

    CastSeeds(Organisation organisation, Persons persons, Workers workers, Accounts accounts) {
        this.organisation = organisation;
        this.persons = persons;
        this.workers = workers;
        this.accounts = accounts;
    }

    /** Plants the cast where it is not there yet. */
    @Transactional
    public void plant(Instant at) {
        if (organisation.findUnit(COUNTY_UNIT).isPresent()) {
            return;
        }
        organisation.addDepartment(new Department(COUNTY_DEPARTMENT, "涧西区教育体育局", "410305"));
        organisation.addDepartment(new Department(CITY_DEPARTMENT, "洛阳市城市管理局", "410300"));
        unit(COUNTY_UNIT, "洛阳市涧西区实验幼儿园", COUNTY_DEPARTMENT, "410305", "410305", at);
        unit(CITY_UNIT, "洛阳市园林绿化中心", CITY_DEPARTMENT, "410300", "410311", at);
        worker("chenlimin", "陈立民", "41030519750618113", "13800000001", COUNTY_UNIT, at);
        worker("zhaoguiying", "赵桂英", "41031119780421204", "13800000002", CITY_UNIT, at);
        clerk("liufang", "刘芳", Role.UNIT_CLERK, Office.unit(COUNTY_UNIT));
        clerk("limin", "李敏", Role.UNIT_CLERK, Office.unit(CITY_UNIT));
        clerk("zhoujian", "周健", Role.DEPARTMENT_CLERK, Office.department(COUNTY_DEPARTMENT));
        clerk("hanmei", "韩梅", Role.DEPARTMENT_CLERK, Office.department(CITY_DEPARTMENT));
        clerk("wanghai", "王海", Role.COUNTY_REVIEWER, Office.agency("410305"));
        clerk("sunmin", "孙敏", Role.COUNTY_REVIEWER, Office.agency("410311"));
        clerk("hewei", "何伟", Role.CITY_REVIEWER, Office.agency("410300"));
        clerk("gaoyuan", "高远", Role.PROVINCE_REVIEWER, Office.agency("410000"));
        clerk("zhenggong", "郑工", Role.ADMINISTRATOR, Office.agency("410300"));
        clerk("fangming", "方明", Role.ADMINISTRATOR, Office.agency("410300"));
        clerk("qiankuaiji", "钱会计", Role.FINANCE, Office.agency("410300"));
        clerk("sunkuaiji", "孙会计", Role.FINANCE, Office.agency("410300"));
        clerk("machao", "马超", Role.AUDITOR, Office.agency("410300"));
    }

    private void unit(String code, String name, String department, String agency, String region, Instant at) {
        organisation.addUnit(
                new Unit(code, name, UnitKind.PUBLIC_INSTITUTION, department, agency, region, UnitStatus.ACTIVE),
                Actor.SYSTEM,
                at);
    }

    private void worker(String username, String name, String digits, String phone, String unit, Instant at) {
        var person = persons.add(name, NationalId.complete(digits), Phone.of(phone), Actor.SYSTEM);
        workers.enrolConfirmed(person, unit, Actor.SYSTEM, at);
        open(username, name, Role.WORKER, null, person);
    }

    private void clerk(String username, String name, Role role, Office office) {
        open(username, name, role, office, null);
    }

    private long open(String username, String name, Role role, @Nullable Office office, @Nullable Long person) {
        return accounts.open(username, PASSWORD, role, office, person, name);
    }
}
