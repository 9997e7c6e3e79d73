package org.gongkao.payment;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of this module. A payer comes to a charge from the file, not from the navigation. */
@Configuration(proxyBeanMethods = false)
class PaymentRooms {

    @Bean
    Room discrepanciesRoom() {
        return Room.of("缴费差异", "/payment/discrepancies", 60, Role.FINANCE, Role.AUDITOR);
    }
}
