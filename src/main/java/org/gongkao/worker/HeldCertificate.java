package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;

/** 已持证书。A certificate that a person holds: verified when the agency that issued it has entered it here. */
public record HeldCertificate(
        long personId,
        String occupation,
        Level level,
        PartialDate obtainedOn,
        String number,
        String issuer,
        boolean verified,
        int version,
        Instant recordedAt) {

    String standing() {
        return verified ? "发证机构导入，已核验" : "本人填报，待核验";
    }
}
