package org.gongkao.account;

import java.time.Instant;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** An office's account as the office above sees it. */
record OfficeAccountRow(
        long id,
        String userName,
        String name,
        @Nullable String maskedNumber,
        Role role,
        String office,
        String officeName,
        boolean passwordIsFirst,
        boolean enrolled,
        @Nullable Instant closedAt,
        @Nullable String predecessor) {

    boolean isOpen() {
        return closedAt == null;
    }

    String state() {
        if (closedAt != null) {
            return "已停用，" + Shanghai.minute(closedAt);
        }
        return passwordIsFirst ? "等待首次登录" : "使用中";
    }

    Sign sign() {
        if (closedAt != null) {
            return Sign.NONE;
        }
        return passwordIsFirst ? Sign.REST : Sign.MET;
    }
}
