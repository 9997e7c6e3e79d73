package org.gongkao.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rules over the compiled classes. */
class HouseRulesTest {

    private static final Set<String> CLOCKS = Set.of("org.gongkao.Clocks", "org.gongkao.web.Clocks");

    private static final Map<Class<?>, Set<String>> WALL_CLOCKS = Map.of(
            Instant.class, Set.of("now"),
            LocalDate.class, Set.of("now"),
            LocalDateTime.class, Set.of("now"),
            ZonedDateTime.class, Set.of("now"),
            OffsetDateTime.class, Set.of("now"),
            Year.class, Set.of("now"),
            Clock.class, Set.of("systemUTC", "systemDefaultZone", "system"),
            InstantSource.class, Set.of("system"),
            System.class, Set.of("currentTimeMillis"),
            Date.class, Set.of("<init>"));

    private static final List<String> FORBIDDEN_ENDINGS = List.of(
            "Service", "Impl", "Manager", "Helper", "Util", "Utils", "DTO", "Dto", "VO", "BO", "Entity", "Info", "Data",
            "Common", "Base");

    @Test
    void controllers_are_package_private() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(Product.CLASSES);
    }

    /** Modules nested under one top module share its schema, and so its stores; every other module has an API to ask. */
    @Test
    void a_store_is_public_only_for_the_modules_nested_beside_it_and_never_for_another() {
        var wrong = new ArrayList<String>();
        Product.classes().filter(type -> type.isAnnotatedWith(Repository.class)).forEach(store -> {
            var abroad = store.getDirectDependenciesToSelf().stream()
                    .map(use -> use.getOriginClass().getPackageName())
                    .filter(user -> !user.equals(store.getPackageName()))
                    .toList();
            abroad.stream()
                    .filter(user -> !top(user).equals(top(store.getPackageName())))
                    .forEach(user -> wrong.add(store.getName() + " is used by " + user));
            if (store.getModifiers().contains(JavaModifier.PUBLIC) && abroad.isEmpty()) {
                wrong.add(store.getName() + " is public for nobody");
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** {@code org.gongkao.application.review} → {@code application}. */
    private static String top(String packageName) {
        return packageName.replaceFirst("org\\.gongkao\\.?", "").replaceFirst("\\..*", "");
    }

    @Test
    void nobody_asks_the_wall_clock_but_the_clock_beans() {
        var asked = Product.classes()
                .filter(type -> !CLOCKS.contains(outermost(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(HouseRulesTest::asksTheWallClock)
                .map(access -> access.getDescription())
                .toList();
        assertThat(asked).as("time comes from BusinessClock or MachineClock").isEmpty();
    }

    /** With an argument it is a pure function: {@code LocalDate.now(clock)} is still forbidden, {@code new Date(long)} not. */
    private static boolean asksTheWallClock(JavaAccess<?> access) {
        return WALL_CLOCKS.entrySet().stream()
                .anyMatch(clock -> access.getTargetOwner().isEquivalentTo(clock.getKey())
                        && clock.getValue().contains(access.getTarget().getName())
                        && !access.getTarget().getFullName().contains("<init>(long"));
    }

    @Test
    void the_zone_is_named_in_one_place() {
        var named = Product.classes()
                .filter(type -> !type.getName().equals("org.gongkao.shared.Shanghai"))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(ZoneId.class)
                        && Set.of("of", "systemDefault")
                                .contains(access.getTarget().getName()))
                .map(access -> access.getDescription())
                .toList();
        assertThat(named).as("the zone is Shanghai.ZONE").isEmpty();
    }

    @Test
    void names_say_the_business() {
        var wrong = Product.classes()
                .filter(type -> !type.isAnonymousClass())
                .map(JavaClass::getSimpleName)
                .filter(name -> FORBIDDEN_ENDINGS.stream().anyMatch(name::endsWith) || name.startsWith("Abstract"))
                .toList();
        assertThat(wrong).as("forbidden endings").isEmpty();
    }

    @Test
    void transactions_begin_in_gerunds_and_stores() {
        var wrong = Product.classes()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class))
                .filter(method -> !isGerundOrStore(method.getOwner()))
                .map(method -> method.getFullName())
                .toList();
        assertThat(wrong).as("@Transactional outside gerunds and stores").isEmpty();
    }

    @Test
    void no_transaction_on_a_private_method() {
        var wrong = Product.classes()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .filter(method -> method.getModifiers().contains(JavaModifier.PRIVATE)
                        || method.getModifiers().contains(JavaModifier.FINAL))
                .map(method -> method.getFullName())
                .toList();
        assertThat(wrong).as("a proxy does not see these").isEmpty();
    }

    @Test
    void collaborators_come_through_the_constructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(Product.CLASSES);
    }

    @Test
    void the_product_does_not_know_the_demo() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.gongkao.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gongkao.demo..")
                .check(Product.CLASSES);
    }

    /** Given a {@code Config}, each of its services makes a client of its own, which goes to the real host whatever is configured. */
    @Test
    void wechats_services_are_given_our_client() {
        var asked = Product.classes()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("config")
                        && call.getTargetOwner().getPackageName().startsWith("com.wechat.pay.java.service"))
                .map(call -> call.getDescription())
                .toList();
        assertThat(asked).as("builders of services that are given a Config").isEmpty();
    }

    /** Without a client of ours it takes the one that the whole JVM shares; and what it cancels, it pays back unasked. */
    @Test
    void alipays_program_is_given_our_client_and_cancels_nothing() {
        var asked = Product.classes()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getFullName().equals("com.alipay.v3.Configuration")
                        || access.getTargetOwner().getPackageName().equals("com.alipay.v3.api")
                                && (access.getTarget().getFullName().endsWith("<init>()")
                                        || access.getName().startsWith("cancel")))
                .map(access -> access.getDescription())
                .toList();
        assertThat(asked).isEmpty();
    }

    private static boolean isGerundOrStore(JavaClass type) {
        return type.isAnnotatedWith(Repository.class)
                || type.getSimpleName().matches("[A-Z][a-z]+ing([A-Z].*)?")
                || type.getSimpleName().endsWith("ing")
                || type.getSimpleName().endsWith("s");
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
