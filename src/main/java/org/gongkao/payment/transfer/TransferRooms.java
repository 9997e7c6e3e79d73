package org.gongkao.payment.transfer;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room of bank statements. */
@Configuration(proxyBeanMethods = false)
class TransferRooms {

    @Bean
    Room transfersRoom() {
        return Room.of("银行流水", "/payment/transfers", 61, Role.FINANCE, Role.AUDITOR);
    }
}
