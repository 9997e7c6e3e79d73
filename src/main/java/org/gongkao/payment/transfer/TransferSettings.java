package org.gongkao.payment.transfer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** 收款账户设置。The account that takes transfers; all of it is configured, or none and the channel is closed. */
@ConfigurationProperties("gongkao.payment.transfer")
record TransferSettings(
        @Nullable String accountName,
        @Nullable String accountNumber,
        @Nullable String bank) {

    TransferSettings {
        boolean some = isGiven(accountName) || isGiven(accountNumber) || isGiven(bank);
        boolean all = isGiven(accountName) && isGiven(accountNumber) && isGiven(bank);
        if (some && !all) {
            throw new IllegalArgumentException(
                    "gongkao.payment.transfer.account-name, .account-number and .bank are needed together");
        }
    }

    boolean open() {
        return isGiven(accountName);
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
