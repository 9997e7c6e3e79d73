package org.gongkao.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 自然人。Everybody the platform knows by ID number, once each. Other modules keep the id and show the card; the number and
 * the phone come out of here only through {@link #reveal}, with a reason and a line in the audit.
 */
@Component
public class Persons {

    private final PersonRows rows;

    Persons(PersonRows rows) {
        this.rows = rows;
    }

    /** Enters a person, or refuses when the number is known or the phone is another's. */
    public long add(String name, NationalId number, @Nullable Phone phone, Actor by) {
        return rows.add(name, number, phone, by);
    }

    public Optional<Long> find(NationalId number) {
        return rows.find(number);
    }

    public Optional<Long> findByPhone(Phone phone) {
        return rows.findByPhone(phone);
    }

    /** A person's phone; prints masked, and only {@link Texting} can use it. */
    public Optional<Phone> phone(long id) {
        return rows.phoneOf(id).map(Phone::of);
    }

    /** The name alone: nothing is opened for it. */
    public String name(long id) {
        return rows.name(id);
    }

    public PersonCard card(long id) {
        return rows.card(id);
    }

    /** The cards of those that are known, in no particular order. */
    public List<PersonCard> cards(Collection<Long> ids) {
        return rows.cards(ids);
    }

    /** The whole ID number, to somebody whose task needs it: the caller has checked the right, the audit keeps the reason. */
    public String reveal(long id, String reason, Actor by) {
        return rows.reveal(id, reason, by);
    }

    /** Whether the typed number is this person's: answered without opening anything. */
    public boolean isNumberOf(long id, NationalId number) {
        return find(number).filter(found -> found == id).isPresent();
    }

    /** Whether the typed phone is this person's. */
    public boolean isPhoneOf(long id, Phone phone) {
        return findByPhone(phone).filter(found -> found == id).isPresent();
    }

    /** Gives a person another phone; the old one is kept sealed, so that it can be told. Answers its id, if there was one. */
    public Optional<Long> changePhone(long id, Phone phone, Actor by, Instant at) {
        return rows.changePhone(id, phone, by, at);
    }

    /** Puts a wrongly recorded number right, or refuses when it is another's. */
    public void changeNumber(long id, NationalId number, Actor by) {
        rows.changeNumber(id, number, by);
    }

    /** Changes the name, and keeps what it was. */
    public void changeName(long id, String name, Actor by, Instant at) {
        rows.changeName(id, name, by, at);
    }
}
