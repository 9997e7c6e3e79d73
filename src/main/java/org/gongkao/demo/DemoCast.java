package org.gongkao.demo;

import java.util.List;
import org.gongkao.shared.DemoAccounts;
import org.gongkao.shared.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 演示人员表。The cast, as the sign-in page of a demo and its start in the console list it. All of them are invented. */
@Component
@Profile("demo")
class DemoCast implements DemoAccounts {

    private static final List<Persona> CAST = List.of(
            persona("chenlimin", "陈立民", Role.WORKER, "洛阳市涧西区实验幼儿园"),
            persona("zhaoguiying", "赵桂英", Role.WORKER, "洛阳市园林绿化中心（市直）"),
            persona("liufang", "刘芳", Role.UNIT_CLERK, "洛阳市涧西区实验幼儿园"),
            persona("limin", "李敏", Role.UNIT_CLERK, "洛阳市园林绿化中心（市直）"),
            persona("zhoujian", "周健", Role.DEPARTMENT_CLERK, "涧西区教育体育局"),
            persona("hanmei", "韩梅", Role.DEPARTMENT_CLERK, "洛阳市城市管理局"),
            persona("wanghai", "王海", Role.COUNTY_REVIEWER, "涧西区工考管理机构"),
            persona("sunmin", "孙敏", Role.COUNTY_REVIEWER, "洛龙区工考管理机构"),
            persona("hewei", "何伟", Role.CITY_REVIEWER, "洛阳市工考管理机构"),
            persona("gaoyuan", "高远", Role.PROVINCE_REVIEWER, "河南省工考管理机构"),
            persona("zhenggong", "郑工", Role.ADMINISTRATOR, "洛阳市工考管理机构"),
            persona("fangming", "方明", Role.ADMINISTRATOR, "洛阳市工考管理机构"),
            persona("qiankuaiji", "钱会计", Role.FINANCE, "洛阳市工考管理机构"),
            persona("sunkuaiji", "孙会计", Role.FINANCE, "洛阳市工考管理机构"),
            persona("machao", "马超", Role.AUDITOR, "洛阳市工考管理机构"));

    @Override
    public String password() {
        return "Gongkao@2023";
    }

    @Override
    public List<Persona> list() {
        return CAST;
    }

    private static Persona persona(String username, String name, Role role, String office) {
        return new Persona(username, name, role.label(), office);
    }
}
