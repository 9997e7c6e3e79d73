package org.gongkao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gongkao.file.FileRule;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Pages;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ModelAndView;

/**
 * 大小限制。Turns back a body that says itself that it is larger than anything taken here, before a byte of it is kept and
 * before the forgery check, which would not find its token in it and speak of an old page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TooLarge extends OncePerRequestFilter {

    private final DataSize most;

    TooLarge(MultipartProperties multipart) {
        this.most = multipart.getMaxRequestSize();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most.toBytes()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    static ModelAndView page(HttpServletRequest request) {
        var sentence = "提交的内容超过了平台能接收的大小，没有接收，也没有保存其中任何一部分。材料可以是" + FileRule.DOCUMENT.words() + "；请压缩或分成几份后再上传。";
        var back = Referrer.path(request.getHeader(HttpHeaders.REFERER));
        return Pages.page("shared/error", ErrorPage.tooLarge(sentence, back), HttpStatus.CONTENT_TOO_LARGE);
    }
}
