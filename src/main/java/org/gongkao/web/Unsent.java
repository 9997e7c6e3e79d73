package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkao.shared.ButtonWords;
import org.gongkao.shared.Line;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.UnsentPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * 未提交内容。What was typed into a form that was refused only because its session or its token was gone. Never a password, a code, an
 * ID number or a file; {@code account} is whose form it was, null for one that anybody may fill in.
 */
record Unsent(
        String path,
        LinkedHashMap<String, ArrayList<String>> fields,
        boolean lost,
        boolean files,
        @Nullable String back,
        @Nullable Long account)
        implements Serializable {

    private static final int MOST_FIELDS = 600;

    /** Where nothing but what is never kept is typed, or where a second sending makes no sense. */
    private static final Pattern NEVER =
            Pattern.compile("/(sign-in|sign-out|forgotten-password|account/password)(/.*)?");

    private static final Set<String> SECRET = Set.of("password", "again", "current", "identity");

    /** Fields for a number of a person, beside whatever else is looked for. */
    private static final Set<String> OF_PERSONS = Set.of("number", "phone", "username", "q", "term");

    private static final Pattern ID_NUMBER = Pattern.compile(
            "(?<![0-9])[0-9]{6}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])");

    private static final Pattern WORDS = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("reason", "理由或说明"),
            Map.entry("clause", "依据的文件条款"),
            Map.entry("responsible", "责任人"),
            Map.entry("consent", "同意的理由"),
            Map.entry("remark", "备注"),
            Map.entry("name", "名称或姓名"),
            Map.entry("note", "说明"),
            Map.entry("words", "意见或说明"),
            Map.entry("facts", "认定的事实"),
            Map.entry("basis", "依据"),
            Map.entry("place", "地点"),
            Map.entry("explanation", "依据"),
            Map.entry("conclusion", "结论"),
            Map.entry("answer", "答复"),
            Map.entry("problem", "哪里不符合"),
            Map.entry("remedy", "怎样改正"),
            Map.entry("until", "期限"),
            Map.entry("quantity", "数量"),
            Map.entry("to", "改为"));

    /** Nothing, where the form says nothing that is worth keeping or is larger than is kept. */
    static Optional<Unsent> of(HttpServletRequest request, int most) {
        var path = request.getRequestURI();
        if (!HttpMethod.POST.matches(request.getMethod())
                || !path.matches("/[^/].*")
                || NEVER.matcher(path).matches()
                || !isFromHere(request)
                || request.getHeader("X-Autosave") != null) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, ArrayList<String>>();
        boolean lost = false;
        int size = 0;
        for (var one : request.getParameterMap().entrySet()) {
            var name = one.getKey();
            if (name.startsWith("_")) {
                continue;
            }
            var kept = new ArrayList<String>();
            for (var value : one.getValue()) {
                var may = kept(name, value);
                lost |= !may.equals(value);
                kept.add(may);
                size += name.length() + may.length();
            }
            fields.put(name, kept);
        }
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        var from = request.getHeader(HttpHeaders.REFERER);
        var who = request.getParameter("_who");
        return fields.isEmpty() || fields.size() > MOST_FIELDS || size > most
                ? Optional.empty()
                : Optional.of(new Unsent(
                        path,
                        fields,
                        lost,
                        files,
                        from == null ? null : Referrer.path(from),
                        who != null && who.matches("[0-9]{1,18}") ? Long.valueOf(who) : null));
    }

    /** Another host's form must not come back on a page of ours with a button to send it. */
    private static boolean isFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var from = Objects.requireNonNullElse(
                request.getHeader(HttpHeaders.ORIGIN),
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
        return site != null ? site.equals("same-origin") : Referrer.isFrom(request.getServerName(), from);
    }

    boolean isOf(long someone) {
        return account == null || account == someone;
    }

    private static String kept(String name, String value) {
        if (SECRET.contains(name)
                || (name.equals("code") && value.strip().matches("[0-9]{4,8}"))
                || (OF_PERSONS.contains(name) && !SearchTerm.mayStandInAnAddress(value))) {
            return "";
        }
        return ID_NUMBER
                        .matcher(Normalizer.normalize(value, Normalizer.Form.NFKC))
                        .find()
                ? ID_NUMBER
                        .matcher(Normalizer.normalize(value, Normalizer.Form.NFKC))
                        .replaceAll("（证件号码）")
                : value;
    }

    UnsentPage page() {
        var shown = new ArrayList<UnsentPage.Shown>();
        var unseen = new ArrayList<Line>();
        fields.forEach((name, values) -> {
            if (values.size() == 1 && isTyped(name, values.getFirst())) {
                var value = values.getFirst();
                shown.add(new UnsentPage.Shown(name, label(name), value, value.length() > 30 || value.contains("\n")));
            } else {
                values.forEach(value -> unseen.add(new Line(name, value)));
            }
        });
        return new UnsentPage(path, pressed(), List.copyOf(shown), List.copyOf(unseen), lost, !files, back);
    }

    /** Where a form can go more than one way, which way it went. */
    private String pressed() {
        var act = fields.get("act");
        return act == null ? "" : ButtonWords.of(act.getFirst()).orElse("");
    }

    /** What a page of ours sends by itself has no Chinese in it. */
    private static boolean isTyped(String name, String value) {
        return WORDS.matcher(value).matches() || (LABELS.containsKey(stem(name)) && !value.isEmpty());
    }

    private static String label(String name) {
        return LABELS.getOrDefault(stem(name), "填写的内容");
    }

    /** {@code problem.photo} and {@code reason-17} are a problem and a reason. */
    private static String stem(String name) {
        return name.replaceFirst("[.\\-\\[].*", "");
    }
}
