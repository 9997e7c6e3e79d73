package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * 统一提示。Turns what a handler threw into a page: a refusal says its sentence and leaves its audit line (the act's
 * transaction has been rolled back by now), a fault of ours gives an incident number and is logged with its consequence.
 */
@ControllerAdvice
class ErrorAdvice {

    /** Added to the address by which a session leads back to where its sign-in was asked for. */
    private static final String CONTINUE = "continue";

    private final RefusedActs refusedActs;

    ErrorAdvice(RefusedActs refusedActs) {
        this.refusedActs = refusedActs;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        Refused.note(refusal);
        refusedActs.write(request);
        int status = refusal.reason().status();
        if ((status == 403 || status == 404) && isLedHere(request)) {
            return new ModelAndView("redirect:/home");
        }
        return show(status, refusal.sentence(), request);
    }

    /** By signing in, to a page that somebody else had open at this browser before: who signs in now begins at home. */
    private static boolean isLedHere(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getParameter(CONTINUE) != null
                && SignedInActor.orNull() != null;
    }

    /** Only where the controller has no page of its own to show the input on. */
    @ExceptionHandler
    ModelAndView invalid(InvalidInput input, HttpServletRequest request) {
        return show(422, input.faults().stream().map(Fault::sentence).collect(Collectors.joining()), request);
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ModelAndView unknown(Exception unknown, HttpServletRequest request) {
        return show(404, CommonRefusal.NOT_FOUND.sentence(), request);
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    ModelAndView incomplete(Exception missing, HttpServletRequest request) {
        return show(422, "提交的内容不完整，请返回上一页重新填写后提交。", request);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return TooLarge.page(request);
    }

    @ExceptionHandler
    ModelAndView unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return Unreadable.page(Unreadable.status(unreadable), request);
    }

    @ExceptionHandler
    ModelAndView unreadable(RequestRejectedException unreadable, HttpServletRequest request) {
        return Unreadable.page(400, request);
    }

    /** Whoever asked has gone on to another page: nobody to answer, and no fault. */
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void gone() {}

    @ExceptionHandler
    ModelAndView broken(Exception broken, HttpServletRequest request) {
        return Incident.page(request.getMethod(), request.getRequestURI(), broken);
    }

    /** With what was typed: who was second to somebody else, or too late, has written it for nothing otherwise. */
    private static ModelAndView show(int status, String sentence, HttpServletRequest request) {
        var page = ErrorPage.of(status, sentence);
        var told = Unsent.of(request, Denied.MOST)
                .map(unsent -> page.with(unsent.page().shown(), unsent.back()))
                .orElse(page);
        return Pages.page("shared/error", told, HttpStatus.valueOf(status));
    }
}
