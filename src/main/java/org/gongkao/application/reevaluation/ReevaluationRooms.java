package org.gongkao.application.reevaluation;

import org.gongkao.cycle.PackageOffer;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room of the runs, and the way to it from a year package. */
@Configuration(proxyBeanMethods = false)
class ReevaluationRooms {

    @Bean
    Room reevaluationRoom() {
        return Room.of("资格复评", Reevaluation.HERE, 610, Role.ADMINISTRATOR);
    }

    @Bean
    PackageOffer reevaluationOffer() {
        return new PackageOffer() {
            @Override
            public String label() {
                return "资格复评";
            }

            @Override
            public String path(long packageId) {
                return Reevaluation.HERE + "/new?package=" + packageId;
            }
        };
    }
}
