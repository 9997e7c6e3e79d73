package org.gongkao.account;

import java.util.HexFormat;
import java.util.Locale;
import org.gongkao.person.Seal;
import org.springframework.stereotype.Component;

/**
 * 登录名标记。What the audit calls somebody who is not signed in and typed a name: the account that bears it, else a mark by which
 * the same name is known again and which nobody can turn back without the key. What was typed may be anything, a password too.
 */
@Component
class SignInMarks {

    private static final String COLUMN = "audit.line.subject";
    private static final int LONGEST_NAME = 60;

    private final AccountRows accounts;
    private final Seal seal;

    SignInMarks(AccountRows accounts, Seal seal) {
        this.accounts = accounts;
        this.seal = seal;
    }

    String subject(String typed) {
        var name = typed.strip();
        var account = name.length() > LONGEST_NAME
                ? null
                : accounts.findBySignInName(name).orElse(null);
        return account == null ? "sign-in:" + mark(name.toLowerCase(Locale.ROOT)) : "account:" + account.id();
    }

    /** The end of the index: its head names the key. */
    private String mark(String name) {
        var index = seal.index(COLUMN, name);
        return HexFormat.of().formatHex(index, index.length - 8, index.length);
    }
}
