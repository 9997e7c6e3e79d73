package org.gongkao.eligibility;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 资格判定接口。Facts in, verdict out, for one person or for many; without an account, without a session, and nothing of it is
 * stored. What it takes is looked at by hand: an address that refuses a content type before its handler would not be open.
 */
@Controller
@Everyone
class VerdictsController {

    /** People in one request, and what their facts may weigh. */
    static final int MOST = 1_000;

    static final int LARGEST = 2 * 1024 * 1024;

    /** Nobody mends more faults than these at once, and an answer must not outgrow what was asked. */
    private static final int MOST_FAULTS = 100;

    private static final Logger log = LoggerFactory.getLogger(VerdictsController.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Eligibility eligibility;
    private final Cycles cycles;
    private final AskingLimit limit;

    VerdictsController(Eligibility eligibility, Cycles cycles, AskingLimit limit) {
        this.eligibility = eligibility;
        this.cycles = cycles;
        this.limit = limit;
    }

    @PostMapping("/api/eligibility/verdicts")
    ResponseEntity<byte[]> judge(HttpServletRequest request, Instant arrived) throws IOException {
        var address = request.getRemoteAddr();
        takeFromLimit(address, 1);
        if (!isJson(request.getContentType())) {
            throw new Unserved(415, "内容类型不对", "请以 application/json（UTF-8）提交事实。");
        }
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Unserved(413, "内容太大", "一次提交不能超过 2 MB，请分几次提交。");
        }
        var sent = tree(bytes);
        if (sent.isArray() && sent.size() > 1) {
            takeFromLimit(address, Math.min(sent.size(), MOST) - 1);
        }
        var facts = sent.isArray() ? batch(sent) : List.of(FactsText.read(sent));
        var cycle = cycles.current(arrived);
        return answer(
                200, MediaType.APPLICATION_JSON, sent.isArray() ? all(facts, cycle) : one(facts.getFirst(), cycle));
    }

    @GetMapping("/v3/api-docs")
    ResponseEntity<byte[]> description() {
        return answer(200, MediaType.APPLICATION_JSON, ApiDescription.text());
    }

    private void takeFromLimit(String address, int count) {
        limit.verdicts(address, count).ifPresent(wait -> {
            throw new Unserved(429, "请求过多", "这一分钟里请求的结论太多，请过 " + wait.toSeconds() + " 秒再试。", wait);
        });
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException unreadable) {
            throw new Unserved(400, "内容不能读取", "内容不是有效的 JSON，或有重复的项目，请核对后重新提交。");
        }
    }

    /** All faults of all people at once, each under its place in the batch. One that is wrong refuses the whole. */
    private static List<Facts> batch(JsonNode sent) {
        var faults = new Faults();
        if (sent.isEmpty() || sent.size() > MOST) {
            faults.add("", "一次提交 1 至 " + MOST + " 人的事实，请分几次提交。").refuse();
        }
        var facts = new ArrayList<Facts>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            try {
                facts.add(FactsText.read(sent.get(i)));
            } catch (InvalidInput wrong) {
                var place = "[" + i + "]";
                wrong.faults()
                        .forEach(fault -> faults.add(
                                fault.field().isEmpty() ? place : place + "." + fault.field(), fault.sentence()));
            }
        }
        faults.refuse();
        return facts;
    }

    private String one(Facts facts, Cycle cycle) {
        return VerdictText.write(eligibility.judge(facts, cycle));
    }

    private String all(List<Facts> people, Cycle cycle) {
        var text = new StringBuilder("[");
        for (var facts : people) {
            text.append(text.length() == 1 ? "" : ",").append(one(facts, cycle));
        }
        return text.append(']').toString();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unserved(Unserved unserved) {
        var problem = answer(unserved.status(), MediaType.APPLICATION_PROBLEM_JSON, ProblemText.of(unserved));
        return unserved.retryAfter()
                .map(wait -> ResponseEntity.status(problem.getStatusCode())
                        .headers(problem.getHeaders())
                        .header("Retry-After", String.valueOf(wait.toSeconds()))
                        .body(problem.getBody()))
                .orElse(problem);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(InvalidInput wrong) {
        var faults = wrong.faults().stream().limit(MOST_FAULTS).toList();
        var detail = faults.size() < wrong.faults().size()
                ? "共 " + wrong.faults().size() + " 处不对，列出前 " + MOST_FAULTS + " 处；没有作出任何结论。"
                : "共 " + faults.size() + " 处不对；没有作出任何结论，请改正后重新提交。";
        return answer(422, MediaType.APPLICATION_PROBLEM_JSON, ProblemText.of(422, "事实不能接受", detail, faults));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal) {
        int status = refusal.reason().status();
        return answer(
                status,
                MediaType.APPLICATION_PROBLEM_JSON,
                ProblemText.of(status, "现在不能判定", refusal.sentence(), List.of()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> broken(Exception broken) {
        var incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        log.error(
                "Incident {}: no verdict was given to whoever asked the interface; nothing is stored",
                incident,
                broken);
        var detail = "接口暂时不能作出结论，不是提交的内容有误，请稍后再试；如需帮助，请说出事件编号 " + incident + "。";
        return answer(500, MediaType.APPLICATION_PROBLEM_JSON, ProblemText.of(500, "暂时故障", detail, List.of()));
    }

    private static ResponseEntity<byte[]> answer(int status, MediaType type, String text) {
        return ResponseEntity.status(status).contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
