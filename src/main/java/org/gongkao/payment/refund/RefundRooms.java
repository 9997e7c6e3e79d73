package org.gongkao.payment.refund;

import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The room of refunds, and how many wait for this officer. A payer comes to a refund from the charge. */
@Component
class RefundRooms implements ChromeSource {

    private final RefundLists lists;

    RefundRooms(RefundLists lists) {
        this.lists = lists;
    }

    @Bean
    static Room refundsRoom() {
        return Room.of("退费", RefundController.LIST, 62, Role.FINANCE, Role.AUDITOR);
    }

    @Override
    public int count(String path, Actor actor) {
        return path.equals(RefundController.LIST) && actor.is(Role.FINANCE) ? lists.waiting(actor) : 0;
    }
}
