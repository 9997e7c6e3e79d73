package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Everyone;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every route says who may call it. */
class RouteRulesTest {

    @Test
    void every_route_says_who_may_call_it() {
        var silent = new ArrayList<String>();
        var torn = new ArrayList<String>();
        Product.classes()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .forEach(method -> {
                    if (!allowed(method) && !everyone(method)) {
                        silent.add(method.getFullName());
                    }
                    if (method.isAnnotatedWith(Allowed.class) && method.isAnnotatedWith(Everyone.class)) {
                        torn.add(method.getFullName());
                    }
                });
        assertThat(silent).as("routes without @Allowed or @Everyone").isEmpty();
        assertThat(torn).as("routes with both").isEmpty();
    }

    private static boolean allowed(JavaMethod method) {
        return method.isAnnotatedWith(Allowed.class) || method.getOwner().isAnnotatedWith(Allowed.class);
    }

    private static boolean everyone(JavaMethod method) {
        return method.isAnnotatedWith(Everyone.class) || method.getOwner().isAnnotatedWith(Everyone.class);
    }
}
