package org.gongkao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.res.StringManager;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ModelAndView;

/**
 * 读不懂的请求。What is sent in a form in which nobody can read it is the sender's to mend: it gets a page that says so, and
 * no incident number. The reading happens wherever a parameter is first asked for, mostly before any handler.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Unreadable extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            if (response.isCommitted()) {
                throw unreadable;
            }
            response.reset();
            response.sendError(status(unreadable));
        }
    }

    static int status(InvalidParameterException unreadable) {
        if (says(unreadable, "org.apache.tomcat.util.http", "parameters.maxCountFail")) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        return unreadable.getErrorCode() < 500 ? unreadable.getErrorCode() : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** The server tells some of its reasons apart only by its words: here by what they are before the first number in them. */
    static boolean says(@Nullable Throwable cause, String where, String key) {
        var said = cause == null ? null : cause.getMessage();
        var words = StringManager.getManager(where).getString(key);
        return said != null && words != null && said.startsWith(words.split("\\[", 2)[0]);
    }

    static ModelAndView page(int status, HttpServletRequest request) {
        return Pages.page("shared/error", told(status, request), HttpStatus.valueOf(status));
    }

    static ErrorPage told(int status, HttpServletRequest request) {
        var from = request.getHeader(HttpHeaders.REFERER);
        return ErrorPage.unreadable(status, sentence(status), from == null ? null : Referrer.path(from));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 405, 501 -> "平台不接受用这种方式发来的请求，没有办理，也没有保存任何内容。请从页面上的链接和按钮进入。";
            case 413 -> "提交的内容太大，或项目太多，没有接收，也没有保存其中任何一部分。请分成几次提交。";
            case 431 -> "网址太长，或浏览器为本网站保存的记录太多，平台没有接收。请从首页重新进入；仍然打不开的，请在浏览器设置中清除本网站的数据后重新登录。";
            case 400 -> "网址或提交的内容里有平台读不懂的部分，没有办理，也没有保存任何内容。请核对网址是否完整、有没有多余的符号（如单独的百分号），或从首页重新进入。";
            default -> "您的请求没有办成，请返回上一页重试。";
        };
    }
}
