package org.gongkao.account;

import java.security.SecureRandom;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 机构账号办理。Opens, hands over, resets and ends the accounts of the offices below; each first password is good once. */
@Component
class OpeningAccounts {

    /** Without letters and digits that look like each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 首次密码。Shown once to the one who opened the account, stored nowhere. */
    record First(long account, String userName, String password) {
        @Override
        public String toString() {
            return "First[" + account + "]";
        }
    }

    private final OfficeAccounts officeAccounts;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final EndingAccess ending;
    private final Holders holders;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    OpeningAccounts(
            OfficeAccounts officeAccounts,
            AccountRows accounts,
            Passwords passwords,
            EndingAccess ending,
            Holders holders,
            Audit audit) {
        this.officeAccounts = officeAccounts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.ending = ending;
        this.holders = holders;
        this.audit = audit;
    }

    @Transactional
    First open(OfficeAccountForm form, Actor by) {
        var faults = new Faults();
        var role = form.roleFor(by);
        faults.addIf(role.isEmpty(), "role", "请选择账号的身份。");
        var holder = holder(form, faults);
        faults.addIf(form.office().isEmpty(), "term", "请输入机构名称，点“查找机构”，再从结果里选定。");
        faults.refuse();
        var office = officeAccounts
                .office(role.orElseThrow(), form.office(), by)
                .orElseThrow(() -> new Refusal(AccountRefusal.OFFICE_NOT_YOURS));
        return add(form, holder.orElseThrow(), role.get(), Office.parse(office.value()), by);
    }

    /** The province has no office above it: whoever runs the platform opens its accounts, and it opens all others. */
    @Transactional
    First openForProvince(String userName, String name, String number, String agency) {
        var form = new OfficeAccountForm(Role.PROVINCE_REVIEWER.name(), "", "", name, number, userName);
        var faults = new Faults();
        var holder = holder(form, faults);
        faults.refuse();
        return add(form, holder.orElseThrow(), Role.PROVINCE_REVIEWER, Office.agency(agency), Actor.SYSTEM);
    }

    /** 交接. What waits belongs to the office and so to the successor; the one who leaves is out at once. */
    @Transactional
    First handOver(long id, OfficeAccountForm form, Actor by) {
        return handOver(officeAccounts.get(id, by), form, by);
    }

    /** On the machine itself, as it was opened: also when nobody of the province can sign in any more. */
    @Transactional
    First handOverForProvince(String userName, String newUserName, String name, String number) {
        var form = new OfficeAccountForm("", "", "", name, number, newUserName);
        return handOver(officeAccounts.ofProvince(userName, Actor.SYSTEM), form, Actor.SYSTEM);
    }

    private First handOver(OfficeAccountRow leaving, OfficeAccountForm form, Actor by) {
        var faults = new Faults();
        var holder = holder(form, faults);
        faults.refuse();
        end(leaving, by);
        var first = add(form, holder.orElseThrow(), leaving.role(), Office.parse(leaving.office()), by);
        accounts.succeeds(first.account(), leaving.id());
        audit.record(by, "账号交接", "account:" + first.account(), "接替 account:" + leaving.id());
        return first;
    }

    @Transactional
    First reset(long id, Actor by) {
        return reset(officeAccounts.get(id, by), by);
    }

    @Transactional
    First resetForProvince(String userName) {
        return reset(officeAccounts.ofProvince(userName, Actor.SYSTEM), Actor.SYSTEM);
    }

    private First reset(OfficeAccountRow account, Actor by) {
        refuseClosed(account);
        var password = firstPassword();
        ending.of(account.id());
        accounts.setPassword(account.id(), passwords.hash(password), true);
        audit.record(by, "重置首次密码", "account:" + account.id(), "");
        return new First(account.id(), account.userName(), password);
    }

    @Transactional
    void close(long id, Actor by) {
        end(officeAccounts.get(id, by), by);
    }

    @Transactional
    void closeForProvince(String userName) {
        end(officeAccounts.ofProvince(userName, Actor.SYSTEM), Actor.SYSTEM);
    }

    private void end(OfficeAccountRow row, Actor by) {
        if (!accounts.close(row.id(), by)) {
            throw new Refusal(AccountRefusal.ACCOUNT_CLOSED);
        }
        ending.of(row.id());
        audit.record(by, "停用账号", "account:" + row.id(), row.role().label());
    }

    private static void refuseClosed(OfficeAccountRow row) {
        if (!row.isOpen()) {
            throw new Refusal(AccountRefusal.ACCOUNT_CLOSED);
        }
    }

    private First add(OfficeAccountForm form, Holders.Holder holder, Role role, Office office, Actor by) {
        var password = firstPassword();
        long person = holders.enter(holder, by);
        long id = accounts.add(form.userName().strip(), passwords.hash(password), true, role, office, person, by);
        return new First(id, form.userName().strip(), password);
    }

    private Optional<Holders.Holder> holder(OfficeAccountForm form, Faults faults) {
        var holder = holders.read(form.name(), form.number(), faults);
        faults.addIf(
                !form.userName().strip().matches("[A-Za-z][A-Za-z0-9_]{2,39}"),
                "userName",
                "用户名用 3 至 40 个字母、数字或下划线，以字母开头，如经办人姓名的拼音。");
        return holder;
    }

    private String firstPassword() {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
