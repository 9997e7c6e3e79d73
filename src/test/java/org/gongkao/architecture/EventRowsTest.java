package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Events stand in the registry for months: they carry ids and public numbers, never a name, a personal number or a reason. */
class EventRowsTest {

    /** What a text may be in an event: a key that says nothing about a person. */
    private static final Set<String> KEYS =
            Set.of("number", "purposeKey", "unitCode", "fromUnitCode", "toUnitCode", "agencyCode", "office", "purpose");

    private static Stream<JavaClass> events() {
        return Product.classes()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(ApplicationModuleListener.class))
                .map(method -> method.getRawParameterTypes().getFirst())
                .distinct();
    }

    @Test
    void events_carry_ids_only() {
        var wrong = new ArrayList<String>();
        events().forEach(event -> {
            var type = event.reflect();
            assertThat(type.isRecord()).as("%s is a record", type).isTrue();
            for (var component : type.getRecordComponents()) {
                if (!isKey(component)) {
                    wrong.add(type.getSimpleName() + "." + component.getName());
                }
            }
        });
        assertThat(events()).isNotEmpty();
        assertThat(wrong)
                .as("parts of events that may say something about a person")
                .isEmpty();
    }

    private static boolean isKey(RecordComponent component) {
        var type = component.getType();
        return type == long.class
                || type == int.class
                || type == boolean.class
                || type.isEnum()
                || type == java.time.Instant.class
                || type == org.gongkao.shared.Money.class
                || (type == String.class && KEYS.contains(component.getName()));
    }
}
