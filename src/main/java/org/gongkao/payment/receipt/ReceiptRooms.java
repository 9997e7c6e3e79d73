package org.gongkao.payment.receipt;

import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room of receipts for finance; a payer comes to a receipt from the charge. */
@Configuration(proxyBeanMethods = false)
class ReceiptRooms {

    @Bean
    Room receiptsRoom() {
        return Room.of("电子票据", "/payment/receipts", 64, Role.FINANCE, Role.AUDITOR);
    }
}
