package org.gongkao.account;

import java.time.Instant;
import org.gongkao.person.PersonRefusal;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** What the page of one's own account asks beside the password. */
@Component
class OwnChanges {

    private final Codes codes;
    private final SendingCodes sending;
    private final ChangingPhone changingPhone;
    private final SecondFactor secondFactor;

    OwnChanges(Codes codes, SendingCodes sending, ChangingPhone changingPhone, SecondFactor secondFactor) {
        this.codes = codes;
        this.sending = sending;
        this.changingPhone = changingPhone;
        this.secondFactor = secondFactor;
    }

    void sendCode(Phone fresh, Asker asker) {
        sending.send(Purpose.NEW_PHONE, fresh, asker);
    }

    void phone(Phone fresh, Asker asker, String code, Actor worker, Instant arrived) {
        codes.fault(Purpose.NEW_PHONE, fresh, asker, code).ifPresent(why -> {
            throw new Refusal(why);
        });
        changingPhone.change(fresh, asker, code, worker, arrived);
    }

    String secondFactorWords(Account account) {
        if (account.totpSince() != null) {
            return "已绑定动态口令，登录时除密码外还要输入手机上的六位数字。";
        }
        return secondFactor.isRequired() ? "下次登录时须绑定动态口令。" : "平台没有要求使用动态口令，您可以自己启用：登录时除密码外还要输入手机上的六位数字。";
    }

    /** What the holder can do about it; an empty text where nothing. */
    String secondFactorAct(Account account) {
        if (account.totpSince() == null) {
            return "启用动态口令";
        }
        return secondFactor.isRequired() ? "" : "停用动态口令";
    }

    /** The field beside which a refusal is shown. */
    static String field(Refusal refusal) {
        if (refusal.reason() == PersonRefusal.PHONE_TAKEN) {
            return "phone";
        }
        return refusal.reason() == AccountRefusal.CODE_WRONG || refusal.reason() == AccountRefusal.CODE_EXPIRED
                ? "code"
                : "current";
    }
}
