package org.gongkao.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** 随附方案。A year package that comes with the program; the first start publishes it. */
public enum ShippedPackage {
    LUOYANG_2023("2023/henan.yaml", "2023/luoyang.yaml");

    private final String base;
    private final String overlay;

    ShippedPackage(String base, String overlay) {
        this.base = base;
        this.overlay = overlay;
    }

    String baseText() {
        return text(base);
    }

    String overlayText() {
        return text(overlay);
    }

    /** The package without a database, with other modules' sections where they are wanted: for pure tests. */
    public Cycle read(PackageSection<?>... others) {
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
        var read = new PackageReader(sections).readPublished(baseText(), overlayText());
        if (!read.faultless()) {
            throw new IllegalStateException(read.problems().toString());
        }
        return new Cycle(1, 1, ContentHash.of(baseText(), overlayText()), read.header(), read.sections());
    }

    private static String text(String name) {
        try (var in = ShippedPackage.class.getResourceAsStream("/cycles/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
