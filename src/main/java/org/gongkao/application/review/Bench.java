package org.gongkao.application.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkao.application.Application;
import org.gongkao.application.Material;
import org.gongkao.application.Materials;
import org.gongkao.application.UnitPrecondition;
import org.gongkao.application.Verdicts;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.file.FileCard;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** What stands around the findings on an officer's screen: the queue, the conditions as the rules see them, the materials, what is kept beside. */
@Component
class Bench {

    private final Queues queues;
    private final QueueLines lines;
    private final Verdicts verdicts;
    private final Eligibility eligibility;
    private final Materials materials;
    private final Files files;
    private final List<UnitPrecondition> preconditions;

    Bench(
            Queues queues,
            QueueLines lines,
            Verdicts verdicts,
            Eligibility eligibility,
            Materials materials,
            Files files,
            List<UnitPrecondition> preconditions) {
        this.queues = queues;
        this.lines = lines;
        this.verdicts = verdicts;
        this.eligibility = eligibility;
        this.materials = materials;
        this.files = files;
        this.preconditions = preconditions;
    }

    List<UnitPrecondition.Shown> atUnit(Application file, Actor actor) {
        return preconditions.stream()
                .flatMap(one -> one.shown(file, actor).stream())
                .toList();
    }

    ReviewPage.Queue queue(Application file, Actor actor, Cycle cycle, Instant now) {
        return new ReviewPage.Queue(
                queues.waiting(actor),
                queues.place(file, actor),
                queues.about(file, actor, cycle, now).stream()
                        .map(row -> lines.waiting(row, file.number(), now))
                        .toList(),
                queues.beside(file, actor, false),
                queues.beside(file, actor, true));
    }

    List<ReviewPage.Sheet> sheets(Application file) {
        var all = materials.of(file);
        return IntStream.range(0, all.size())
                .mapToObj(at -> sheet(file, all.get(at), at + 1))
                .toList();
    }

    private ReviewPage.Sheet sheet(Application file, Material material, int number) {
        var path = "/applications/" + file.number() + "/materials/" + material.id();
        int pages = files.find(material.file()).map(FileCard::pages).orElse(1);
        return new ReviewPage.Sheet(
                number,
                "material:" + material.id(),
                material.kind(),
                material.label(),
                path,
                IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> path + "/pages/" + page)
                        .toList());
    }

    /** The way to the level that the verdict took; empty without a verdict. */
    String path(Application file) {
        return verdicts.newest(file).map(Verdicts.Kept::pathTitle).orElse("");
    }

    /** The conditions by the item's key: what is not met first, then what needs proof, then what is met. */
    Map<String, ReviewPage.Ruled> conditions(Application file, Cycle cycle, List<ReviewPage.Sheet> sheets) {
        var proofs = eligibility.proofs(cycle);
        var ruled = new HashMap<String, ReviewPage.Ruled>();
        verdicts.newest(file)
                .ifPresent(verdict -> verdict.conditions().forEach(one -> {
                    var proving = proofs.getOrDefault(one.condition(), List.of());
                    ruled.put(
                            one.item(),
                            new ReviewPage.Ruled(
                                    one.result().sign(),
                                    one.result().label(),
                                    one.fact(),
                                    one.needed(),
                                    one.clause(),
                                    one.openNote(),
                                    sheets.stream()
                                            .filter(sheet -> proving.contains(sheet.kind()))
                                            .toList()));
                }));
        return ruled;
    }

    private static final List<Sign> ORDER = List.of(Sign.UNMET, Sign.PROOF, Sign.DUE, Sign.MET);

    static final Comparator<ReviewPage.Item> WORST_FIRST = Comparator.comparingInt(item ->
            item.ruled() == null ? ORDER.size() : ORDER.indexOf(item.ruled().sign()));
}
