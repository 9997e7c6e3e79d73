package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Refusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * 权限检查。Lets a request reach its handler only if the handler names the actor's role, or is for everyone. A handler that
 * says neither answers nobody.
 */
class Guard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !permits(method)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return true;
    }

    private static boolean permits(HandlerMethod method) {
        if (isForEveryone(method)) {
            return true;
        }
        var allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
        }
        var actor = SignedInActor.orNull();
        return allowed != null && actor != null && actor.is(allowed.value());
    }

    /** The method's own word counts before the class's. */
    static boolean isForEveryone(HandlerMethod method) {
        if (method.hasMethodAnnotation(Everyone.class)) {
            return true;
        }
        return !method.hasMethodAnnotation(Allowed.class)
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Everyone.class);
    }
}
