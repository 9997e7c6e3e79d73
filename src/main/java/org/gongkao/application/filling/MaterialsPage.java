package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.shared.Fault;

/** 上传材料页。Every kind of material with what has been uploaded. */
record MaterialsPage(String place, boolean editable, boolean unconfirmed, List<Kind> kinds, List<Fault> faults) {

    /** 材料一种。One kind: whether it must be there, what it takes, what is there. */
    record Kind(
            String code,
            String name,
            String hint,
            String reason,
            String demand,
            boolean lacking,
            boolean demanded,
            String field,
            String limit,
            String accept,
            boolean photo,
            boolean full,
            List<Piece> pieces,
            List<Asked> remarks) {}

    /** 材料一份。One uploaded file with its small picture and the way to the whole. */
    record Piece(long id, String name, String words, String preview, String view) {}
}
