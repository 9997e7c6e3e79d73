package org.gongkao.demo;

import java.time.Instant;
import java.util.List;
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

    /** 经办人。Who acts for an office. */
    private record Clerk(String userName, String name, String digits, Role role, Office office) {}

    private static final List<Clerk> CLERKS = List.of(
            new Clerk("liufang", "刘芳", "41030519850312002", Role.UNIT_CLERK, Office.unit(COUNTY_UNIT)),
            new Clerk("limin", "李敏", "41031119811109004", Role.UNIT_CLERK, Office.unit(CITY_UNIT)),
            new Clerk(
                    "zhoujian", "周健", "41030519790205001", Role.DEPARTMENT_CLERK, Office.department(COUNTY_DEPARTMENT)),
            new Clerk("hanmei", "韩梅", "41030219830716006", Role.DEPARTMENT_CLERK, Office.department(CITY_DEPARTMENT)),
            new Clerk("wanghai", "王海", "41030519760923003", Role.COUNTY_REVIEWER, Office.agency("410305")),
            new Clerk("sunmin", "孙敏", "41031119840628008", Role.COUNTY_REVIEWER, Office.agency("410311")),
            new Clerk("hewei", "何伟", "41030319720114005", Role.CITY_REVIEWER, Office.agency("410300")),
            new Clerk("gaoyuan", "高远", "41010519700830007", Role.PROVINCE_REVIEWER, Office.agency("410000")),
            new Clerk("zhenggong", "郑工", "41030219740517009", Role.ADMINISTRATOR, Office.agency("410300")),
            new Clerk("fangming", "方明", "41030419800622011", Role.ADMINISTRATOR, Office.agency("410300")),
            new Clerk("qiankuaiji", "钱会计", "41030319820910012", Role.FINANCE, Office.agency("410300")),
            new Clerk("sunkuaiji", "孙会计", "41030219860401014", Role.FINANCE, Office.agency("410300")),
            new Clerk("machao", "马超", "41030519771225013", Role.AUDITOR, Office.agency("410300")));

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

    /** Plants the cast where it is not there yet; in a demo kept from before, its clerks get their persons. */
    @Transactional
    public void plant(Instant at) {
        if (organisation.findUnit(COUNTY_UNIT).isPresent()) {
            CLERKS.forEach(clerk -> accounts.identify(clerk.userName(), () -> person(clerk)));
            return;
        }
        organisation.addDepartment(new Department(COUNTY_DEPARTMENT, "涧西区教育体育局", "410305"));
        organisation.addDepartment(new Department(CITY_DEPARTMENT, "洛阳市城市管理局", "410300"));
        unit(COUNTY_UNIT, "洛阳市涧西区实验幼儿园", COUNTY_DEPARTMENT, "410305", "410305", at);
        unit(CITY_UNIT, "洛阳市园林绿化中心", CITY_DEPARTMENT, "410300", "410311", at);
        worker("chenlimin", "陈立民", "41030519750618113", "13800000001", COUNTY_UNIT, at);
        worker("zhaoguiying", "赵桂英", "41031119780421204", "13800000002", CITY_UNIT, at);
        CLERKS.forEach(clerk -> accounts.open(clerk.userName(), PASSWORD, clerk.role(), clerk.office(), person(clerk)));
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
        accounts.open(username, PASSWORD, Role.WORKER, null, person);
    }

    private long person(Clerk clerk) {
        var number = NationalId.complete(clerk.digits());
        return persons.find(number).orElseGet(() -> persons.add(clerk.name(), number, null, Actor.SYSTEM));
    }
}
