package org.gongkao.account;

import java.util.List;
import java.util.Optional;
import org.gongkao.account.HalfSignedIn.Pending;
import org.gongkao.person.Persons;
import org.gongkao.shared.Role;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * 登录。Checks the password of whoever bears the typed ID number, phone or user name. Whether such an account exists is told
 * neither by the answer nor by the time it takes.
 */
@Component
class SigningIn implements AuthenticationProvider {

    private final AccountRows accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Devices devices;
    private final SecondFactor secondFactor;
    private final Persons persons;
    private final Turns turns;

    SigningIn(
            AccountRows accounts,
            Passwords passwords,
            Attempts attempts,
            Devices devices,
            SecondFactor secondFactor,
            Persons persons,
            Turns turns) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.secondFactor = secondFactor;
        this.persons = persons;
        this.turns = turns;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var name = typed.getName().strip();
        var password = String.valueOf(typed.getCredentials());
        if (!(typed.getDetails() instanceof SignInDetails from)) {
            throw new BadCredentialsException("no source");
        }
        return turns.taken(from.network(), () -> check(name, password, from));
    }

    private Authentication check(String name, String password, SignInDetails from) {
        var account = tooLong(name, password) ? Optional.<Account>empty() : accounts.findBySignInName(name);
        boolean known = account.isPresent() && devices.knows(account.get().id(), from.device());
        var one = Attempts.Try.atSignIn(name, from, known);
        attempts.begin(one).ifPresent(time -> {
            throw MustWait.after(time);
        });
        var right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        if (!right || account.isEmpty()) {
            account.filter(whose -> !known).ifPresent(whose -> attempts.strangerFailed(whose));
            throw new BadCredentialsException("wrong");
        }
        attempts.right(one);
        return token(account.get(), pending(account.get(), known), from);
    }

    /** Nobody's name or password is that long; hashing it would only cost time. */
    private static boolean tooLong(String name, String password) {
        return name.length() > 60 || password.length() > 200;
    }

    private static Authentication token(Account account, Optional<Pending> pending, SignInDetails from) {
        if (pending.isPresent()) {
            var half = HalfSignedIn.of(account, pending.get());
            var token = new UsernamePasswordAuthenticationToken(half, null, List.of());
            token.setDetails(from);
            return token;
        }
        return signedIn(account, from);
    }

    /** What is still owed after the password, first things first. */
    private Optional<Pending> pending(Account account, boolean knownDevice) {
        if (account.totpSince() != null && secondFactor.isAsked()) {
            return Optional.of(Pending.SECOND_FACTOR);
        }
        if (!knownDevice && hasPhone(account) && attempts.isBesieged(account)) {
            return Optional.of(Pending.PHONE_CODE);
        }
        return afterSecondFactor(account);
    }

    /** Only a worker's own phone: an office's second step is the time code. */
    private boolean hasPhone(Account account) {
        return account.role() == Role.WORKER && persons.phone(account.person()).isPresent();
    }

    Optional<Pending> afterSecondFactor(Account account) {
        if (account.passwordIsFirst()) {
            return Optional.of(Pending.NEW_PASSWORD);
        }
        if (account.personId() == null) {
            return Optional.of(Pending.IDENTITY);
        }
        return secondFactor.isOwedBy(account) ? Optional.of(Pending.ENROLMENT) : Optional.empty();
    }

    static Authentication signedIn(Account account, SignInDetails from) {
        var authority = new SimpleGrantedAuthority("ROLE_" + account.role().name());
        var token = new UsernamePasswordAuthenticationToken(new SignedIn(account.actor()), null, List.of(authority));
        token.setDetails(from);
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
