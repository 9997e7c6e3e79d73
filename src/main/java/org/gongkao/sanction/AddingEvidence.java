package org.gongkao.sanction;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 添加证据。The agency puts what it holds beside a case, before the person is told: they answer to all of it or to none. */
@Service
class AddingEvidence {

    private final SanctionRows rows;
    private final EvidenceRows evidence;
    private final Files files;
    private final Audit audit;

    AddingEvidence(SanctionRows rows, EvidenceRows evidence, Files files, Audit audit) {
        this.rows = rows;
        this.evidence = evidence;
        this.files = files;
        this.audit = audit;
    }

    /** The same content a second time changes nothing: false. */
    @Transactional
    boolean add(String number, FileId file, Actor officer, Instant arrived) {
        var sanction = rows.get(number, officer);
        if (sanction.isOf(officer)) {
            throw new Refusal(SanctionRefusal.OWN_CASE);
        }
        if (!sanction.is(officer, Part.OFFICER)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        if (evidence.hold(sanction) != SanctionState.FOUND) {
            throw new Refusal(SanctionRefusal.EVIDENCE_CLOSED);
        }
        var card = files.card(file);
        if (!evidence.add(sanction, card, officer, arrived)) {
            return false;
        }
        files.claim(file, "sanction:" + number, officer);
        audit.record(officer, "违规处理：添加证据", "sanction:" + number, card.name());
        return true;
    }
}
