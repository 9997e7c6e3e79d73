package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.RecordVersions.Statement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 登记核发证书。An agency enters what it has issued; the number cannot pass to another person. */
@Component
class IssuingCertificates {

    /** 登记内容。What stands on a certificate. */
    record Entry(long person, String occupation, Level level, PartialDate obtainedOn, String number) {

        boolean isSameAs(HeldCertificate known) {
            return known.occupation().equals(occupation)
                    && known.level() == level
                    && known.obtainedOn().equals(obtainedOn);
        }
    }

    /** 登记结果。 */
    enum Entered {
        NEW,
        CORRECTED,
        SAME
    }

    private final Certificates certificates;
    private final Organisation organisation;
    private final Audit audit;

    IssuingCertificates(Certificates certificates, Organisation organisation, Audit audit) {
        this.certificates = certificates;
        this.organisation = organisation;
        this.audit = audit;
    }

    @Transactional
    Entered enter(Entry entry, Actor by, Instant at) {
        var agency = organisation.agency(by.office().code());
        var known = certificates.issued(agency.code(), entry.number());
        if (known.isPresent() && known.get().personId() != entry.person()) {
            throw new Refusal(WorkerRefusal.CERTIFICATE_TAKEN);
        }
        if (known.filter(entry::isSameAs).isPresent()) {
            return Entered.SAME;
        }
        int version = known.map(HeldCertificate::version).orElse(0) + 1;
        var certificate = new HeldCertificate(
                entry.person(),
                entry.occupation(),
                entry.level(),
                entry.obtainedOn(),
                entry.number(),
                agency.name(),
                true,
                version,
                at);
        certificates.add(certificate, agency.code(), new Statement(StatedBy.AGENCY, "", by, at));
        audit.record(by, "登记证书", "person:" + entry.person(), version == 1 ? "新登记" : "更正为第" + version + "版");
        return version == 1 ? Entered.NEW : Entered.CORRECTED;
    }
}
