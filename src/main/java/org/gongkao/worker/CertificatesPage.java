package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.jspecify.annotations.Nullable;

/** The agency's look-up of certificates by a whole ID number. */
record CertificatesPage(@Nullable Found found, String reason, List<Fault> faults) {

    /** 查到的证书。Whose, masked, and which. */
    record Found(String name, String maskedNumber, List<HeldCertificate> certificates) {}
}
