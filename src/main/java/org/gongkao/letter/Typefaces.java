package org.gongkao.letter;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The typeface of all documents, loaded with the first of them. */
@Component
class Typefaces {

    static final String FAMILY = "song";

    private final Supplier<List<Typeface>> loaded = SingletonSupplier.of(() ->
            List.of(Typeface.load(400, "NotoSerifSC_400Regular.ttf"), Typeface.load(700, "NotoSerifSC_700Bold.ttf")));

    List<Typeface> all() {
        return loaded.get();
    }
}
