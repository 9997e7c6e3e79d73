package org.gongkao.payment.close;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rooms of finance, read by the auditor too. */
@Configuration(proxyBeanMethods = false)
class CloseRooms {

    @Bean
    Room moneyRoom() {
        return Room.of("收支与日结", MoneyController.HERE, 50, Role.FINANCE, Role.AUDITOR);
    }

    @Bean
    Room statementsRoom() {
        return Room.of("对账单", StatementsController.HERE, 52, Role.FINANCE, Role.AUDITOR);
    }

    @Bean
    Room ledgerRoom() {
        return Room.of("账簿", LedgerController.HERE, 54, Role.FINANCE, Role.AUDITOR);
    }
}
