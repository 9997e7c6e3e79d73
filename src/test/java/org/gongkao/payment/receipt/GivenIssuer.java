package org.gongkao.payment.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.FiscalReceiptIssuer;
import org.gongkao.shared.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An issuer that issues what it is asked for, the same again under the same number, unless a test has told it what to say next. */
@Component
@Profile("test")
public class GivenIssuer implements FiscalReceiptIssuer {

    static final String CODE = "41020123";
    static final String RED_CODE = "41029923";
    static final byte[] PDF = pdf();

    private final BusinessClock clock;
    private final Deque<FiscalAnswer> next = new ArrayDeque<>();
    private final Map<String, FiscalAnswer> known = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    GivenIssuer(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized FiscalAnswer issue(Request request) {
        requests.add(request);
        return answer(request.number(), issued(request, known.size() + 1));
    }

    @Override
    public synchronized FiscalAnswer redMark(RedMark request) {
        return answer(
                request.number(), new FiscalAnswer.RedMarked(RED_CODE, number(known.size() + 1), clock.instant()));
    }

    @Override
    public synchronized FiscalAnswer query(String requestNumber) {
        return next.isEmpty()
                ? known.getOrDefault(requestNumber, new FiscalAnswer.Refused("没有这份申请"))
                : next.removeFirst();
    }

    private FiscalAnswer answer(String request, FiscalAnswer first) {
        asked.add(request);
        return next.isEmpty() ? known.computeIfAbsent(request, any -> first) : next.removeFirst();
    }

    FiscalAnswer.Issued issued(Request request, int place) {
        return new FiscalAnswer.Issued(
                CODE, number(place), "AB12CD", request.payer(), request.amount(), clock.instant(), PDF);
    }

    /** What it says to the next questions, before it goes on as usual. */
    synchronized void says(FiscalAnswer... answers) {
        next.addAll(List.of(answers));
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** How many receipts it has made, red ones too. */
    synchronized int made() {
        return known.size();
    }

    synchronized Request last() {
        return requests.getLast();
    }

    public synchronized void forget() {
        next.clear();
        known.clear();
        asked.clear();
        requests.clear();
    }

    static String number(int place) {
        return String.format("%010d", place);
    }

    private static byte[] pdf() {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
