package org.gongkao.account;

import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words that its owner recognises in the list of sessions. */
final class Browser {

    private Browser() {}

    static String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return "未知设备";
        }
        return device(agent) + " · " + program(agent);
    }

    private static String device(String agent) {
        if (agent.contains("HarmonyOS")) {
            return "华为手机";
        }
        if (agent.contains("iPhone")) {
            return "苹果手机";
        }
        if (agent.contains("iPad")) {
            return "苹果平板";
        }
        if (agent.contains("Android")) {
            return agent.contains("Mobile") ? "安卓手机" : "安卓平板";
        }
        return agent.contains("Windows") || agent.contains("Linux") || agent.contains("Macintosh") ? "电脑" : "其他设备";
    }

    private static String program(String agent) {
        if (agent.contains("MicroMessenger")) {
            return "微信";
        }
        if (agent.contains("Edg/")) {
            return "微软浏览器";
        }
        if (agent.contains("Firefox/")) {
            return "火狐浏览器";
        }
        if (agent.contains("Chrome/")) {
            return "谷歌内核浏览器";
        }
        return agent.contains("Safari/") ? "苹果浏览器" : "浏览器";
    }
}
