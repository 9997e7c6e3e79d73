package org.gongkao.application.onsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.application.onsite.Originals.Compared;
import org.gongkao.application.onsite.Originals.Original;
import org.gongkao.shared.Faults;

/**
 * 原件核对表单。What an officer sent from the desk, as typed: {@code brought} for what is there, per page {@code same.O.P}
 * (yes or no) and {@code note.O.P}, {@code to} for who takes the originals back.
 */
record DeskForm(Set<String> brought, Map<String, String> sent) {

    static final DeskForm EMPTY = new DeskForm(Set.of(), Map.of());

    private static final int LONGEST = 100;

    static String key(Original original, int page) {
        return original.id() + "." + page;
    }

    String outcome(Original original, int page) {
        return sent.getOrDefault("same." + key(original, page), "");
    }

    String note(Original original, int page) {
        return sent.getOrDefault("note." + key(original, page), "").strip();
    }

    String to() {
        return sent.getOrDefault("to", "").strip();
    }

    /** Every page with its word; what is missing is told page by page, all at once. */
    List<Compared> compared(List<Original> originals, Faults faults) {
        var pages = new ArrayList<Compared>();
        for (var original : originals) {
            for (int page = 1; page <= original.pages(); page++) {
                pages.add(compared(original, page, faults));
            }
        }
        return pages;
    }

    private Compared compared(Original original, int page, Faults faults) {
        var field = "same." + key(original, page);
        var where = "“" + original.label() + "”第" + page + "页";
        var said = outcome(original, page);
        var note = note(original, page);
        faults.addIf(!said.equals("yes") && !said.equals("no"), field, where + "还没有核对，请选择一致或不一致。");
        faults.addIf(said.equals("no") && note.isEmpty(), field, where + "请写明哪里不一致。");
        faults.addIf(note.length() > LONGEST, field, where + "的说明请控制在" + LONGEST + "字以内。");
        return new Compared(original.id(), page, said.equals("yes"), said.equals("yes") ? "" : note);
    }
}
