package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The shipped package with something changed in its text: what it reads as, and all that is wrong with it. */
public record ChangedPackage(Cycle cycle, List<Problem> problems, FieldWords words) {

    /** What the pages call a field. */
    public String label(String path) {
        return words.label(path);
    }

    public String shown(String path, String scalar) {
        return words.shown(path, scalar);
    }

    public static ChangedPackage of(UnaryOperator<String> change, PackageSection<?>... others) {
        var sections = new ArrayList<PackageSection<?>>(List.of(
                new HeaderSection(),
                new WindowsSection(),
                new SettingsSection(),
                new CalendarSection(),
                new YearPlanSection(),
                new CitationsSection(),
                new ContactSection(),
                new UnconfirmedSection()));
        sections.addAll(List.of(others));
        var shipped = ShippedPackage.LUOYANG_2023;
        var base = change.apply(shipped.baseText());
        var overlay = change.apply(shipped.overlayText());
        var reader = new PackageReader(sections);
        var read = reader.readPublished(base, overlay);
        var cycle = new Cycle(1, 1, ContentHash.of(base, overlay), read.header(), read.sections());
        var problems = new Problems();
        read.problems().forEach(problems::add);
        if (read.faultless()) {
            sections.forEach(section -> section.check(cycle, problems, new Problems()));
        }
        return new ChangedPackage(cycle, problems.list(), reader.words(read.root()));
    }
}
