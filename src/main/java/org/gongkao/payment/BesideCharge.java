package org.gongkao.payment;

import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 缴费单附栏。A bean of what stands beside a charge: its receipt, its refund. Shown on the charge's page to who may see the charge. */
public interface BesideCharge {

    /** 附栏。What is told, and where the payer may go from there. */
    record Block(String title, Sign sign, String state, List<Line> facts, List<Step> steps) {

        /** 去处。A page of ours, or a document to keep. */
        public record Step(String label, String path) {}
    }

    Optional<Block> of(long charge, Actor payer);
}
