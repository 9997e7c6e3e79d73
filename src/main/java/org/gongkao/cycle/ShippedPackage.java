package org.gongkao.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** 随附方案。A year package that comes with the program; the first start publishes it. */
public enum ShippedPackage {
    LUOYANG_2023("2023/luoyang.yaml", "2023/henan.yaml", "2023/henan-rules.yaml", "2023/henan-textbooks.yaml");

    private final String overlay;
    private final List<String> base;

    ShippedPackage(String overlay, String... base) {
        this.overlay = overlay;
        this.base = List.of(base);
    }

    /** One text, as an official would have it in one file; here its sections stand in several. */
    String baseText() {
        return String.join("", base.stream().map(ShippedPackage::text).toList());
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
