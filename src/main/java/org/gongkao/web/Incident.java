package org.gongkao.web;

import java.util.Locale;
import java.util.UUID;
import org.gongkao.shared.ErrorPage;
import org.gongkao.shared.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** 故障编号。A fault of ours gets a number, which the person reads and which stands in the log beside the cause. */
final class Incident {

    private static final Logger log = LoggerFactory.getLogger(Incident.class);

    private Incident() {}

    static ModelAndView page(String method, String path, Throwable cause) {
        return Pages.page(
                "shared/error", ErrorPage.failure(number(method, path, cause)), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** Writes the cause down and gives the number under which it stands. */
    static String number(String method, String path, Throwable cause) {
        var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error("Incident {}: {} {} was not carried out; nothing of it is stored", number, method, path, cause);
        return number;
    }
}
