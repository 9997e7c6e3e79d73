package org.gongkao.person;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A provider of text messages that takes none, for tests of what becomes of them. */
@Component
@Profile("test")
public class NoProvider {

    private final PersonRows persons;

    NoProvider(PersonRows persons) {
        this.persons = persons;
    }

    public Texting texting() {
        return new Texting(persons, message -> {
            throw new IllegalStateException("nobody took it");
        });
    }
}
