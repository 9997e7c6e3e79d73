package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.Gongkao;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** What may import what. */
class ModulesTest {

    private static final Set<String> BASE = Set.of("shared", "audit", "file", "job", "letter", "sms");

    /** observers → process → reference; these arrows and no other. The base modules are open to all. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("person", Set.of()),
            Map.entry("cycle", Set.of()),
            Map.entry("organisation", Set.of("cycle")),
            Map.entry("catalogue", Set.of("cycle")),
            // registration enrols the person at a unit in one transaction: docs/adr/0001
            Map.entry("account", Set.of("worker", "person", "organisation", "cycle")),
            Map.entry("worker", Set.of("person", "organisation", "catalogue")),
            Map.entry("sanction", Set.of("person", "organisation", "cycle")),
            Map.entry("eligibility", Set.of("worker", "catalogue", "cycle", "sanction")),
            // what a channel is, and the book of all money: docs/adr/0012
            Map.entry("channel", Set.of()),
            Map.entry("ledger", Set.of("channel")),
            Map.entry("payment", Set.of("person", "organisation", "cycle", "channel", "ledger")),
            Map.entry(
                    "application",
                    Set.of(
                            "eligibility",
                            "payment",
                            "sanction",
                            "worker",
                            "person",
                            "organisation",
                            "catalogue",
                            "cycle")),
            Map.entry("textbook", Set.of("application", "payment", "person", "organisation", "catalogue", "cycle")));

    private static final Set<String> OBSERVERS = Set.of("notification", "supervision", "archive", "portal");

    /** The demo and the wiring stand outside the product's order: they bind everything together. */
    private static final Set<String> OUTSIDE = Set.of("demo", "web");

    private static final Path MODULES = Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json");

    private final ApplicationModules modules = ApplicationModules.of(Gongkao.class);

    @Test
    void modules_keep_to_what_they_declare() {
        modules.verify();
    }

    /**
     * The order in which the modules' migrations run. Read at every start in place of all classes; a module left out here
     * would start without its tables.
     */
    @Test
    void the_order_of_the_modules_is_written_down_for_the_start() {
        var order = modules.stream()
                .map(module -> "  \"" + module.getIdentifier() + "\": {}")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        Committed.is(MODULES, order);
    }

    @Test
    void every_folder_of_migrations_belongs_to_a_module() throws IOException {
        var names = modules.stream()
                .map(module -> module.getIdentifier().toString())
                .toList();
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()).filter(name -> !name.equals("__root")))
                    .isSubsetOf(names);
        }
    }

    @Test
    void every_module_declares_only_arrows_that_the_plan_has() {
        var wrong = new TreeMap<String, List<String>>();
        modules.stream().forEach(module -> {
            var name = module.getIdentifier().toString();
            if (OUTSIDE.contains(name)) {
                return;
            }
            var allowed = arrowsOf(name);
            var more = declared(module.getBasePackage().getName())
                    .filter(arrow -> !allowed.contains(arrow) && !BASE.contains(arrow))
                    .toList();
            if (!more.isEmpty()) {
                wrong.put(name, more);
            }
        });
        assertThat(wrong).as("arrows that the plan of modules does not have").isEmpty();
    }

    /** Modulith counts a nested module's classes to the module around it, and so does not see this arrow. */
    @Test
    void a_module_knows_nothing_of_what_is_nested_in_it() {
        var wrong = Product.classes()
                .filter(type -> !type.getPackageName().equals("org.gongkao"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass()
                        .getPackageName()
                        .startsWith(use.getOriginClass().getPackageName() + "."))
                .map(use -> use.getDescription())
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static Set<String> arrowsOf(String module) {
        if (OBSERVERS.contains(module)) {
            return ARROWS.keySet();
        }
        if (BASE.contains(module)) {
            return Set.of();
        }
        var top = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        var arrows = ARROWS.get(top);
        assertThat(arrows)
                .as("the module %s has a place in the plan of modules", module)
                .isNotNull();
        return arrows == null
                ? Set.of()
                : Stream.concat(arrows.stream(), Stream.of(top)).collect(Collectors.toSet());
    }

    /** Names of the modules in {@code allowedDependencies}, without named interfaces. */
    private static Stream<String> declared(String packageName) {
        var info =
                Product.CLASSES.getPackage(packageName).getPackageInfo().getAnnotationOfType(ApplicationModule.class);
        var names = info.allowedDependencies();
        assertThat(names)
                .as("%s declares allowedDependencies", packageName)
                .isNotEqualTo(new String[] {ApplicationModule.OPEN_TOKEN});
        return Stream.of(names).map(name -> name.split("::")[0].strip().split("\\.")[0]);
    }
}
