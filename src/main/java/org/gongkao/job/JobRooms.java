package org.gongkao.job;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class JobRooms {

    @Bean
    Room jobRoom() {
        return Room.of(
                "批量任务",
                "/jobs",
                90,
                Role.UNIT_CLERK,
                Role.DEPARTMENT_CLERK,
                Role.COUNTY_REVIEWER,
                Role.CITY_REVIEWER,
                Role.ADMINISTRATOR,
                Role.FINANCE);
    }
}
