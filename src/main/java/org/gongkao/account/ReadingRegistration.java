package org.gongkao.account;

import java.time.Instant;
import java.time.Period;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Unit;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Phone;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 审读注册信息。Reads the whole form and tells everything that is wrong with it at once. */
@Component
class ReadingRegistration {

    private static final int YOUNGEST = 16;

    private final Codes codes;
    private final Organisation organisation;
    private final OutsideRegister register;
    private final Passwords passwords;

    ReadingRegistration(Codes codes, Organisation organisation, OutsideRegister register, Passwords passwords) {
        this.codes = codes;
        this.organisation = organisation;
        this.register = register;
        this.passwords = passwords;
    }

    Registration read(RegisterForm form, Instant agreedAt, Asker asker, Instant arrived) {
        var faults = new Faults();
        var name = PersonName.parse(form.name());
        faults.addIf(name.isEmpty(), "name", "请填写与身份证一致的姓名，两个字以上的汉字；名字中间有点的，用“·”隔开。");
        var number = NationalId.parse(form.number());
        faults.addIf(number.isEmpty(), "number", "身份证号码不对，请核对 18 位号码；末位是字母的填 X。");
        number.filter(id -> Period.between(id.birth(), Shanghai.day(arrived)).getYears() < YOUNGEST)
                .ifPresent(id -> faults.add("number", "按这个号码推算未满 16 周岁，请核对号码里的出生日期。"));
        if (!faults.any() && register.ask(name.orElseThrow(), number.orElseThrow()) == OutsideRegister.Answer.DIFFERS) {
            faults.add("name", "姓名与身份证号码不一致，请对照身份证核对（" + register.label() + "）。");
        }
        var phone = Phone.parse(form.phone());
        faults.addIf(phone.isEmpty(), "phone", "手机号不对，请填写 11 位手机号。");
        phone.ifPresent(to -> codeFault(to, asker, form.code(), faults));
        var unit = organisation.findUnit(form.unit()).filter(Unit::isActive);
        faults.addIf(unit.isEmpty(), "term", "请输入单位名称，点“查找单位”，再从结果里选定您的单位。");
        Passwords.fault(form.password(), null).ifPresent(fault -> faults.add("password", fault));
        faults.addIf(!form.password().equals(form.again()), "again", "两次输入的密码不一样，请重新输入。");
        faults.refuse();
        return new Registration(
                name.orElseThrow(),
                number.orElseThrow(),
                phone.orElseThrow(),
                asker,
                form.code().strip(),
                unit.orElseThrow(),
                passwords.hash(form.password()),
                agreedAt);
    }

    /** Where the outside check comes from, as the page says it. */
    String registerLabel() {
        return register.label();
    }

    private void codeFault(Phone phone, Asker asker, String code, Faults faults) {
        if (!code.strip().matches("[0-9]{6}")) {
            faults.add("code", "请填写短信里的六位数字验证码；还没有收到的，先点“获取验证码”。");
            return;
        }
        codes.fault(Purpose.REGISTRATION, phone, asker, code).ifPresent(why -> faults.add("code", why));
    }
}
