package org.gongkao.shared;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** How a controller answers with a page: the template's name and its one record. */
public final class Pages {

    private Pages() {}

    public static ModelAndView page(String template, Object page) {
        return page(template, page, HttpStatus.OK);
    }

    /** The same page again, because what was sent cannot be taken. */
    public static ModelAndView refused(String template, Object page) {
        return page(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static ModelAndView page(String template, Object page, HttpStatus status) {
        var answer = new ModelAndView(template, status);
        answer.addObject("page", page);
        return answer;
    }

    /** The fault of one field, or an empty text. */
    public static String fault(List<Fault> faults, String field) {
        for (var fault : faults) {
            if (fault.field().equals(field)) {
                return fault.sentence();
            }
        }
        return "";
    }
}
