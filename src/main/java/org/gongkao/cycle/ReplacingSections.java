package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 整章替换。Lets the module that a section belongs to read it in a draft and put another in its place, whole. */
@Component
public class ReplacingSections {

    /** 草稿章节。A section of a draft as it stands; a screen older than {@code seen} replaces nothing. */
    public record Standing<T>(String title, int seen, T section) {}

    private final YearPackages packages;
    private final PackageReader reader;
    private final DraftingCycles drafting;

    ReplacingSections(YearPackages packages, PackageReader reader, DraftingCycles drafting) {
        this.packages = packages;
        this.reader = reader;
        this.drafting = drafting;
    }

    /** Of drafts only; what is published is changed by amendments. */
    public <T> Standing<T> standing(long id, Class<T> type, Actor by) {
        var draft = packages.get(id, by);
        CycleMoves.of(draft.state(), CycleAct.REVISE);
        var found =
                reader.read(draft.baseText(), draft.overlayText()).sections().get(type);
        if (found == null) {
            throw new Refusal(CycleRefusal.SECTION_NOT_FOUND);
        }
        return new Standing<>(draft.title(), draft.rowVersion(), type.cast(found));
    }

    /** Where the city's text has the section, its word goes before the province's, and so it is replaced there. */
    @Transactional
    public void replace(long id, int seen, String key, String block, Actor by, Instant arrived) {
        var draft = packages.get(id, by);
        var form = SectionText.has(draft.overlayText(), key)
                ? new PackageForm(draft.baseText(), SectionText.replaced(draft.overlayText(), key, block))
                : new PackageForm(SectionText.replaced(draft.baseText(), key, block), draft.overlayText());
        var read = reader.read(form.base(), form.overlay());
        if (!read.savable()) {
            throw new Refusal(CycleRefusal.SECTION_NOT_FOUND);
        }
        drafting.revise(id, seen, form, read, by, arrived);
    }
}
