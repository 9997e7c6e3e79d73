package org.gongkao.payment;

import java.util.List;

/** 缴费核验项。A bean of whoever knows both money and what it was paid for: what must hold between them, added up anew. */
public interface PaymentInvariant {

    /** One sentence for each fault; none when all is well. */
    List<String> faults();
}
