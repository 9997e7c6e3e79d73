package org.gongkao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Pages;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What failed outside every handler still ends on a page in Chinese. */
@Controller
class LastResort implements ErrorController {

    @Everyone
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status == 413) {
            return TooLarge.page(request);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception cause) {
            var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            return Incident.page(request.getMethod(), path, cause);
        }
        return status == 404 || status == 405
                ? page(404, CommonRefusal.NOT_FOUND.sentence())
                : page(status, "您的请求没有办成，请返回上一页重试。");
    }

    private static ModelAndView page(int status, String sentence) {
        return Pages.page("shared/error", ErrorPage.of(status, sentence), HttpStatus.valueOf(status));
    }
}
