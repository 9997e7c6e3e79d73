package org.gongkao.account;

import org.gongkao.shared.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** 动态口令规则。Who owes a second factor: every office, unless configuration switches it off for a demo. */
@Component
class SecondFactor {

    /** 动态口令设置。{@code false} only in the demo and in tests, and the pages say so. */
    @ConfigurationProperties("gongkao.second-factor")
    record Settings(@DefaultValue("true") boolean required) {}

    private final Settings settings;

    SecondFactor(Settings settings) {
        this.settings = settings;
    }

    boolean isRequired() {
        return settings.required();
    }

    /** Who has enrolled is asked, also where nobody has to enrol. */
    boolean isAsked() {
        return true;
    }

    boolean isOwedBy(Account account) {
        return settings.required() && account.role() != Role.WORKER && account.totpSince() == null;
    }
}
