package org.gongkao.cycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Reads a province's base and a city's overlay into one tree, and the tree into the sections of all modules. */
@Component
class PackageReader {

    /** How the two texts are called wherever a problem is told. */
    static final String BASE = "省级方案";

    static final String OVERLAY = "市级方案";

    private final List<PackageSection<?>> sections;

    PackageReader(List<PackageSection<?>> sections) {
        this.sections = List.copyOf(sections);
    }

    List<PackageSection<?>> sections() {
        return sections;
    }

    /** As a draft must be: every section there, nothing unknown, everything in order. */
    ReadPackage read(String base, String overlay) {
        var problems = new Problems();
        var root = joined(base, overlay, problems);
        if (problems.any()) {
            return new ReadPackage(root, header(root, new Problems()), Map.of(), problems.list(), List.of());
        }
        root.children().forEach((key, child) -> {
            if (section(key).isEmpty()) {
                problems.add(child, "不认识的章节“" + key + "”，请检查拼写，或删去此章节。");
            }
        });
        var read = parsed(root, true, problems);
        if (!read.faultless()) {
            return read;
        }
        var whole = new Cycle(0, 0, ContentHash.of(base, overlay), read.header(), read.sections());
        var toConfirm = new Problems();
        sections.forEach(section -> section.check(whole, problems, toConfirm));
        return new ReadPackage(read.root(), read.header(), read.sections(), problems.list(), toConfirm.list());
    }

    /** As it was published: sections that came with a later release may be missing from it. */
    ReadPackage readPublished(String base, String overlay) {
        var problems = new Problems();
        return parsed(joined(base, overlay, problems), false, problems);
    }

    /** The tree of a published package with some fields changed. */
    ReadPackage reread(Node root, Map<String, String> changed) {
        var read = parsed(root.with(changed), false, new Problems());
        var settled = new HashMap<>(read.sections());
        if (settled.get(Unconfirmed.class) instanceof Unconfirmed unconfirmed) {
            var notes = new LinkedHashMap<>(unconfirmed.notes());
            notes.keySet().removeAll(changed.keySet());
            settled.put(Unconfirmed.class, new Unconfirmed(notes));
        }
        return new ReadPackage(read.root(), read.header(), settled, read.problems(), List.of());
    }

    Optional<PackageSection<?>> section(String key) {
        for (var section : sections) {
            if (section.key().equals(key)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** The section that a field belongs to. */
    Optional<PackageSection<?>> sectionOf(String path) {
        return section(path.split("[.\\[]", 2)[0]);
    }

    /** What the fields of a package are called. */
    FieldWords words(Node root) {
        return new FieldWords(this, root);
    }

    /** Whether an amendment may change this field. */
    boolean amendable(String path) {
        return sectionOf(path)
                .map(section -> section.amendable(path) && !section.raw(path))
                .orElse(false);
    }

    private static Node joined(String base, String overlay, Problems problems) {
        var under = PackageText.read(BASE, base, problems);
        if (overlay.isBlank()) {
            return under;
        }
        var over = PackageText.read(OVERLAY, overlay, problems);
        var one = under.at("cycle").at("year");
        var other = over.at("cycle").at("year");
        if (one.present() && other.present() && !one.optionalText().equals(other.optionalText())) {
            problems.add(other, "年度与省级方案的年度不一致，请核对。");
        }
        return under.overlaidBy(over);
    }

    private ReadPackage parsed(Node root, boolean whole, Problems problems) {
        var values = new HashMap<Class<?>, Object>();
        var sound = new HashMap<Class<?>, Object>();
        for (var section : sections) {
            var node = root.at(section.key());
            if (node.present() || whole) {
                int before = problems.list().size();
                var value = section.parse(node, problems);
                values.put(section.type(), value);
                if (problems.list().size() == before) {
                    sound.put(section.type(), value);
                }
            }
        }
        var header = values.get(Header.class) instanceof Header read ? read : header(root, problems);
        acrossSections(root, header, sound, problems);
        return new ReadPackage(root, header, Map.copyOf(values), problems.list(), List.of());
    }

    private static Header header(Node root, Problems problems) {
        return new HeaderSection().parse(root.at("cycle"), problems);
    }

    /** What only several sections together can tell; of those alone that have no fault themselves. */
    private static void acrossSections(Node root, Header header, Map<Class<?>, Object> values, Problems problems) {
        if (values.get(Windows.class) instanceof Windows windows) {
            var registration = root.at("windows").at("REGISTRATION").at("from");
            var opens = windows.periods().get(Window.REGISTRATION);
            if (values.containsKey(Header.class)
                    && opens != null
                    && Shanghai.day(opens.from()).getYear() != header.year()) {
                problems.add(registration, "网上注册报名不在" + header.year() + "年之内，请核对年度。");
            }
            if (values.get(WorkingDays.class) instanceof WorkingDays days) {
                calendar(root, windows, days, problems);
            }
        }
        if (values.get(Unconfirmed.class) instanceof Unconfirmed unconfirmed) {
            var paths = new HashSet<String>();
            paths(root, paths);
            unconfirmed.notes().keySet().forEach(field -> {
                if (!paths.contains(field)) {
                    problems.add(root.at("unconfirmed").at(field), "待确认的项目“" + field + "”在方案中不存在，请核对。");
                }
            });
        }
    }

    /** A window that reaches into a year without a calendar would leave promised days uncountable. */
    private static void calendar(Node root, Windows windows, WorkingDays days, Problems problems) {
        var missing = new HashSet<Integer>();
        for (var period : windows.periods().values()) {
            missing.add(Shanghai.day(period.from()).getYear());
            missing.add(Shanghai.day(period.to()).getYear());
        }
        missing.removeAll(days.years());
        missing.stream()
                .sorted()
                .forEach(year -> problems.add(root.at("calendar"), "缺少" + year + "年的工作日安排，请补上该年国务院办公厅的放假通知。"));
    }

    private static void paths(Node node, Set<String> paths) {
        paths.add(node.path());
        node.children().values().forEach(child -> paths(child, paths));
    }
}
