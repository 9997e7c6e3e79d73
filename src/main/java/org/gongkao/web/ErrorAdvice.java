package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * 统一提示。Turns what a handler threw into a page: a refusal says its sentence, a fault of ours gives an incident number and
 * is logged with its consequence. Also for parts of a page, which are then replaced as a whole.
 */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return show(
                response,
                request,
                refusal.reason().status(),
                title(refusal.reason().status()),
                refusal.sentence(),
                null);
    }

    /** Only where the controller has no page of its own to show the input on. */
    @ExceptionHandler
    ModelAndView invalid(InvalidInput input, HttpServletRequest request, HttpServletResponse response) {
        var sentences =
                String.join("", input.faults().stream().map(f -> f.sentence()).toList());
        return show(response, request, 422, title(422), sentences, null);
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ModelAndView unknown(Exception unknown, HttpServletRequest request, HttpServletResponse response) {
        return show(response, request, 404, title(404), CommonRefusal.NOT_FOUND.sentence(), null);
    }

    @ExceptionHandler
    ModelAndView incomplete(
            ServletRequestBindingException missing, HttpServletRequest request, HttpServletResponse response) {
        return show(response, request, 422, title(422), "提交的内容不完整,请返回上一页重新填写后提交。", null);
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException large, HttpServletRequest request, HttpServletResponse response) {
        return show(response, request, 422, title(422), "上传的文件过大,单个文件不能超过12MB,请压缩后重新上传。", null);
    }

    @ExceptionHandler
    ModelAndView broken(Exception broken, HttpServletRequest request, HttpServletResponse response) {
        var incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error(
                "Incident {}: {} {} was not carried out; nothing of it is stored",
                incident,
                request.getMethod(),
                request.getRequestURI(),
                broken);
        return show(response, request, 500, "没有办成", "系统出现故障,您的操作没有生效,已保存的内容不受影响。请稍后再试;如仍不行,请告知咨询电话下面的编号。", incident);
    }

    private static String title(int status) {
        return switch (status) {
            case 404 -> "没有找到";
            case 403 -> "没有权限";
            case 409 -> "现在不能办理";
            default -> "请改正后再提交";
        };
    }

    private static ModelAndView show(
            HttpServletResponse response,
            HttpServletRequest request,
            int status,
            String title,
            String sentence,
            @org.jspecify.annotations.Nullable String incident) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return Pages.page("shared/error", new ErrorPage(status, title, sentence, incident), HttpStatus.valueOf(status));
    }
}
