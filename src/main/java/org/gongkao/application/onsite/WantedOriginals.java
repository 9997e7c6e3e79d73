package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Finding;
import org.gongkao.application.Findings;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Materials;
import org.gongkao.application.ReviewItem;
import org.gongkao.file.FileCard;
import org.gongkao.file.Files;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Office;
import org.springframework.stereotype.Component;

/** 待核对原件。Which originals of one file are to be shown, and why: what the review marked and nobody has seen yet. */
@Component
class WantedOriginals {

    /** 要带的原件。The item it belongs to, how many pages of it were uploaded, and which office wants it for what reason. */
    record Wanted(ReviewItem item, int pages, List<String> reasons) {}

    private final ItemFindings findings;
    private final Materials materials;
    private final Files files;
    private final Organisation organisation;

    WantedOriginals(ItemFindings findings, Materials materials, Files files, Organisation organisation) {
        this.findings = findings;
        this.materials = materials;
        this.files = files;
        this.organisation = organisation;
    }

    List<Wanted> of(Application file) {
        var now = findings.of(file);
        return now.originalsOutstanding().stream()
                .map(item -> new Wanted(item, pages(file, item), reasons(now, item)))
                .toList();
    }

    private List<String> reasons(Findings now, ReviewItem item) {
        return now.newest().stream()
                .filter(found -> found.isOn(item) && found.outcome() == ItemOutcome.ON_SITE)
                .map(this::reason)
                .toList();
    }

    private String reason(Finding found) {
        var office = organisation.officeName(Office.parse(found.office()));
        return found.problem().isEmpty() ? office + "要求核对原件" : office + "：" + found.problem();
    }

    /** What was not uploaded as a file is compared as one page with what was filled in. */
    private int pages(Application file, ReviewItem item) {
        return materials.of(file).stream()
                .filter(material -> item.key().equals("material:" + material.id()))
                .flatMap(material -> files.find(material.file()).stream())
                .mapToInt(FileCard::pages)
                .findFirst()
                .orElse(1);
    }
}
