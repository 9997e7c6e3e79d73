package org.gongkao.worker;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 档案记录。What is known here of a person's service, certificates and appraisals, for filling in a form and as facts for a
 * decision. Belongs to the person and outlives every account and unit; the caller has checked who may see it.
 */
@Component
public class ServiceRecords {

    private final RecordVersions versions;
    private final Certificates certificates;
    private final Appraisals appraisals;

    ServiceRecords(RecordVersions versions, Certificates certificates, Appraisals appraisals) {
        this.versions = versions;
        this.certificates = certificates;
        this.appraisals = appraisals;
    }

    /** The newest version; its facts are proven only when it says {@link ServiceRecord#verified()}. */
    public Optional<ServiceRecord> of(long personId) {
        return versions.newest(personId);
    }

    /** Highest level first. One that its issuing agency has entered counts as verified. */
    public List<HeldCertificate> certificates(long personId) {
        return certificates.of(personId);
    }

    /** Latest year first, one for each year that is known. A year that is missing is not known, and not a failed one. */
    public List<Appraisal> appraisals(long personId) {
        return appraisals.of(personId);
    }
}
