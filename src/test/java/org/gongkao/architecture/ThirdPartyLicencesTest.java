package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The list of third-party licences, made of the poms beside the jars that the product and its tests run with, and a look
 * that none of them is in conflict with Apache-2.0.
 */
class ThirdPartyLicencesTest {

    private static final Path PAGE = Path.of("docs/third-party-licences.md");

    /** Licences under which a jar may be used beside ours; where there is a choice, one that is here suffices. */
    private static final List<Pattern> ACCEPTED = List.of(
            Pattern.compile("(?i)apache.*2|ASL.*2|AL.*2\\.0"),
            Pattern.compile("(?i)\\bMIT\\b|BSD|bouncy castle|\\bISC\\b|0BSD|CC0|public domain|UPL|Go License"),
            Pattern.compile("(?i)EPL|eclipse (public|distribution)|EDL"),
            Pattern.compile("(?i)mozilla public|MPL"),
            // linked, not changed, and exchangeable by whoever installs the platform
            Pattern.compile("(?i)LGPL|lesser general public"));

    /**
     * Poms that are wrong. Spring Session 4.1.1 names a "Broadcom Foundation License" by a mistake of its build; the jars
     * carry the text of Apache-2.0, which stands (spring-projects/spring-session issue 3910).
     */
    private static final Map<String, String> CORRECTED = Map.of(
            "dom4j:dom4j", "BSD style licence (its own page; the pom names none)",
            "org.openapitools:jackson-databind-nullable",
                    "Apache License, Version 2.0 (its repository; the pom names none)",
            "org.springframework.session:spring-session-core", "Apache License, Version 2.0 (its jar; the pom errs)",
            "org.springframework.session:spring-session-jdbc", "Apache License, Version 2.0 (its jar; the pom errs)");

    private record Artifact(String group, String name, String version) {
        @Override
        public String toString() {
            return group + ":" + name;
        }
    }

    @Test
    void the_list_is_up_to_date_and_nothing_on_it_is_in_conflict() throws Exception {
        var licences = new TreeMap<String, String>();
        var conflicts = new ArrayList<String>();
        for (var jar : jars()) {
            var artifact = artifact(jar);
            var corrected = CORRECTED.get(artifact.toString());
            var found = corrected != null
                    ? Set.of(corrected)
                    : licences(
                            jar.resolveSibling(artifact.name() + "-" + artifact.version() + ".pom"), repository(jar));
            licences.put(artifact.toString(), String.join(" / ", found));
            if (found.stream()
                    .noneMatch(name ->
                            ACCEPTED.stream().anyMatch(one -> one.matcher(name).find()))) {
                conflicts.add(artifact + ": " + found);
            }
        }
        assertThat(conflicts).as("licences that are not accepted").isEmpty();
        Committed.is(PAGE, page(licences));
    }

    private static String page(TreeMap<String, String> licences) {
        var page = new StringBuilder("""
                # Third-party licences

                What the product and its tests run with, generated from the poms; a test fails when it differs. Platform itself:
                Apache-2.0. Where several licences are named, the recipient may choose. Libraries under the LGPL are used
                unchanged, as jars of their own that can be exchanged. The typeface of documents: Noto
                Serif SC, SIL Open Font License 1.1. The embedded PostgreSQL (PostgreSQL Licence) serves demo and tests and is
                not in the packaged jar.

                | library | licence |
                |---|---|
                """);
        licences.forEach((name, licence) ->
                page.append("| ").append(name).append(" | ").append(licence).append(" |\n"));
        return page.toString();
    }

    /** The jars of the class path that come from a repository; those for another machine's kind are left out. */
    private static List<Path> jars() {
        return List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> Files.exists(jar.resolveSibling(
                        artifact(jar).name() + "-" + artifact(jar).version() + ".pom")))
                .toList();
    }

    /** Folders of a repository: the group's parts, the name, the version. */
    private static Artifact artifact(Path jar) {
        var way = repository(jar).relativize(jar);
        int parts = way.getNameCount();
        if (parts < 4) {
            return new Artifact("", "", "");
        }
        var group = way.subpath(0, parts - 3).toString().replace(File.separatorChar, '.');
        return new Artifact(
                group, way.getName(parts - 3).toString(), way.getName(parts - 2).toString());
    }

    /** The local repository's root: the folder named so above the jar. */
    private static Path repository(Path jar) {
        for (var folder = jar.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith("repository")) {
                return folder;
            }
        }
        return jar;
    }

    private static Set<String> licences(Path pom, Path repository)
            throws ParserConfigurationException, IOException, SAXException {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        var names = new LinkedHashSet<String>();
        for (var licence : children(child(project, "licenses"), "license")) {
            names.add(text(child(licence, "name")));
        }
        var parent = child(project, "parent");
        if (!names.isEmpty() || parent == null) {
            return names;
        }
        var name = text(child(parent, "artifactId"));
        var version = text(child(parent, "version"));
        var above = repository
                .resolve(text(child(parent, "groupId")).replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + ".pom");
        return Files.exists(above) ? licences(above, repository) : names;
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        var found = children(parent, name);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<Element> children(@Nullable Element parent, String name) {
        var found = new ArrayList<Element>();
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && element.getTagName().equals(name)) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    private static String text(@Nullable Element element) {
        return element == null ? "" : element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
