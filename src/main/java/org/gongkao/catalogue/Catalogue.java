package org.gongkao.catalogue;

import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** 工种目录。What can be applied for in a cycle: its occupations, levels and subjects. */
@Component
public class Catalogue {

    public Catalogue() {}

    /** The occupations that can be applied for at a level, in the catalogue's order; merged ones are not among them. */
    public List<Occupation> open(Cycle cycle, Level level) {
        return all(cycle).stream()
                .filter(one -> one.isOpenFor(level) && one.successorCode() == null)
                .toList();
    }

    public List<Occupation> all(Cycle cycle) {
        return List.copyOf(
                cycle.section(OccupationCatalogue.class).occupations().values());
    }

    public Occupation get(Cycle cycle, String code) {
        return find(cycle, code).orElseThrow(() -> new Refusal(CatalogueRefusal.NO_SUCH_OCCUPATION));
    }

    public Optional<Occupation> find(Cycle cycle, String code) {
        return Optional.ofNullable(
                cycle.section(OccupationCatalogue.class).occupations().get(code));
    }

    /** The occupation that this one has become: the end of its line of successors. */
    public Occupation today(Cycle cycle, Occupation occupation) {
        var at = occupation;
        // The section has refused circles, so this ends.
        while (at.successorCode() != null) {
            at = get(cycle, at.successorCode());
        }
        return at;
    }

    /** The levels held this year, from five to one. */
    public List<Level> levels(Cycle cycle) {
        return cycle.section(LevelSubjects.class).byLevel().keySet().stream()
                .sorted()
                .toList();
    }

    public List<ExaminedSubject> subjects(Cycle cycle, Level level) {
        return cycle.section(LevelSubjects.class).byLevel().getOrDefault(level, List.of());
    }

    /** 豫人社办〔2022〕93号: the document that the catalogue was issued with. */
    public String version(Cycle cycle) {
        return cycle.section(OccupationCatalogue.class).version();
    }

    /** Whether industries and codes are only a sample, to be said wherever they are shown. */
    public boolean isSample(Cycle cycle) {
        return cycle.section(OccupationCatalogue.class).sample();
    }
}
