package org.gongkao.account;

import java.security.SecureRandom;
import org.gongkao.person.Phone;
import org.gongkao.person.Texting;
import org.springframework.stereotype.Component;

/** 发送验证码。Issues a code and hands it to the sender, the latter outside the transaction. */
@Component
class SendingCodes {

    private final Codes codes;
    private final Texting texting;
    private final SecureRandom random = new SecureRandom();

    SendingCodes(Codes codes, Texting texting) {
        this.codes = codes;
        this.texting = texting;
    }

    void send(Purpose purpose, Phone phone, Asker asker) {
        var code = String.format("%06d", random.nextInt(1_000_000));
        codes.issue(purpose, phone, asker, code);
        texting.send(
                phone,
                "验证码 " + code + "，用于" + purpose.label() + "，" + codes.goodFor().toMinutes()
                        + " 分钟内有效。请不要告诉任何人，工作人员不会向您索要。");
    }
}
