package org.gongkao.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        PageHeaders.set(response);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status == 413) {
            return TooLarge.page(request);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception cause) {
            var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            return Incident.page(request.getMethod(), path, cause);
        }
        return status == 404
                ? Pages.page(
                        "shared/error", ErrorPage.of(404, CommonRefusal.NOT_FOUND.sentence()), HttpStatus.NOT_FOUND)
                : Unreadable.page(status, request);
    }
}
