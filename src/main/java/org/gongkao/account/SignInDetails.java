package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** 登录来源。Where a sign-in comes from: the address, the hash of the device's token, and what the browser calls itself. */
record SignInDetails(String address, @Nullable String device, String browser) implements Serializable {

    /** What guessing is counted by. */
    String network() {
        return Network.of(address);
    }

    static SignInDetails of(HttpServletRequest request) {
        return new SignInDetails(
                request.getRemoteAddr(), DeviceCookie.hash(request), Browser.of(request.getHeader("User-Agent")));
    }
}
