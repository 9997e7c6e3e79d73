package org.gongkao.account;

import java.time.Instant;
import org.gongkao.organisation.Unit;
import org.gongkao.person.NationalId;
import org.gongkao.person.Phone;

/** 注册信息。What a worker registers with, once every field has been read. */
record Registration(
        String name,
        NationalId number,
        Phone phone,
        Asker asker,
        String code,
        Unit unit,
        String passwordHash,
        Instant agreedAt) {

    @Override
    public String toString() {
        return "Registration[masked]";
    }
}
