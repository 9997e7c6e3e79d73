package org.gongkao.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Host;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.gongkao.shared.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Some requests the server turns back before it knows whose they are: no filter and no handler sees them. Its own page for
 * them is English and leads nowhere; this one is ours, and asks neither the database nor the session.
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ObjectProvider<JteViews> views;

    /** The server is put together long before the pages are. */
    ServerRefusals(ObjectProvider<JteViews> views) {
        this.views = views;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(new Page(views));
            }
        });
    }

    /** Stands behind the server's own, which finds the answer given when its turn comes. */
    private static final class Page extends ErrorReportValve {

        private final ObjectProvider<JteViews> views;

        Page(ObjectProvider<JteViews> views) {
            this.views = views;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
            if (answered || !response.setErrorReported() || !canBeWritten(response)) {
                return;
            }
            int status =
                    isHeadTooLarge(cause) ? HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value() : response.getStatus();
            response.setStatus(status);
            try {
                PageHeaders.set(response);
                response.setContentType("text/html;charset=UTF-8");
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(views.getObject().bare(page(status, cause, request), request));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // Whoever asked has gone on: nobody to answer.
            }
        }

        /** What failed here with an exception was ours, unless the exception is why the request could not be read. */
        private static ErrorPage page(int status, @Nullable Throwable cause, Request request) {
            return status == 500 && cause != null
                    ? ErrorPage.failure(Incident.number(request.getMethod(), request.getRequestURI(), cause))
                    : Unreadable.told(status, request);
        }

        private static boolean canBeWritten(Response response) {
            var allowed = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
            return allowed.get();
        }

        /** The server answers 400 to these too, and tells them apart only in its message. */
        private static boolean isHeadTooLarge(@Nullable Throwable cause) {
            return Unreadable.says(cause, "org.apache.coyote.http11", "iib.requestheadertoolarge.error")
                    || Unreadable.says(cause, "org.apache.tomcat.util.http", "headers.maxCountFail");
        }
    }
}
