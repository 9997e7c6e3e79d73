package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * 验证码索取人。Who asks for a code: the browser, which alone can try it, and the source under which its askings are counted.
 * A stranger's source is the network; who has proved to be somebody has one that nobody else can use up.
 */
record Asker(String browser, String source, boolean stranger) {

    static Asker stranger(HttpServletRequest request, HttpServletResponse response) {
        return new Asker(
                DeviceCookie.ensure(request, response), "network|" + Network.of(request.getRemoteAddr()), true);
    }

    /** A browser from which the account was signed in to before. */
    static Asker knownDevice(HttpServletRequest request, HttpServletResponse response) {
        var browser = DeviceCookie.ensure(request, response);
        return new Asker(browser, "device|" + browser, false);
    }

    /** Somebody whose password was right. */
    static Asker account(long account, HttpServletRequest request, HttpServletResponse response) {
        return new Asker(DeviceCookie.ensure(request, response), "account|" + account, false);
    }
}
