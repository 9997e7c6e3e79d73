package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.shared.Fault;
import org.jspecify.annotations.Nullable;

/** 上传材料页。Every kind of material with what has been uploaded. */
record MaterialsPage(
        Filler by,
        String number,
        String place,
        boolean editable,
        boolean unconfirmed,
        List<Kind> kinds,
        String wanted,
        List<Fault> faults) {

    /** 长者模式's one kind: the one asked for, else the first on which something is to do. */
    private int at() {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).code().equals(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            if (kind.lacking() || kind.remarks().stream().anyMatch(asked -> !asked.mended())) {
                return i;
            }
        }
        return 0;
    }

    List<Kind> shown(boolean one) {
        return one ? kinds.subList(at(), at() + 1) : kinds;
    }

    String placeOfKind() {
        return "第 " + (at() + 1) + " 种，共 " + kinds.size() + " 种";
    }

    /** Nothing after the last. */
    List<Kind> following() {
        return kinds.subList(at() + 1, Math.min(at() + 2, kinds.size()));
    }

    List<Kind> previous() {
        return kinds.subList(Math.max(at() - 1, 0), at());
    }

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
            List<Asked> remarks,
            @Nullable Deferring deferral) {

        /** The box under the liability; there may be one for every kind on the page. */
        String liability() {
            return liability(code);
        }

        static String liability(String code) {
            return "liability." + code;
        }
    }

    /** 容缺办法。That the kind may come later: until when, by which clause, under which liability; or that it was promised. */
    record Deferring(boolean promised, String due, String clause, String liability, String shown) {}

    /** 材料一份。One uploaded file with its small picture and the way to the whole. */
    record Piece(long id, String name, String words, String preview, String view) {}
}
