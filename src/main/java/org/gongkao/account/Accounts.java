package org.gongkao.account;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 账号库。What seeds and other modules ask about accounts; opening and closing them is this module's own. */
@Component
public class Accounts {

    private final AccountRows rows;
    private final Passwords passwords;

    Accounts(AccountRows rows, Passwords passwords) {
        this.rows = rows;
        this.passwords = passwords;
    }

    /** For seeds: an account that can be used at once with this password. A worker has no office. */
    public long open(String username, String password, Role role, @Nullable Office office, long person) {
        return rows.add(username, passwords.hash(password), false, role, office, person, Actor.SYSTEM);
    }

    /** For seeds: gives an account from before its person, if it has none yet. */
    public void identify(String userName, LongSupplier person) {
        rows.findBySignInName(userName)
                .filter(account -> account.personId() == null)
                .ifPresent(account -> rows.identify(account, person.getAsLong(), Actor.SYSTEM));
    }

    /** The actor that this account signs in as. */
    public Optional<Actor> actor(long account) {
        return rows.find(account).map(Account::actor);
    }

    /** The account of a worker, if that person has one in use. */
    public Optional<Long> ofPerson(long person) {
        return rows.ofPerson(person);
    }
}
