package org.gongkao.textbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Period;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Money;
import org.springframework.stereotype.Component;

/** Reads the books of a year package. The section may be missing, and so may its books: no document names them. */
@Component
class BookPricesSection implements PackageSection<BookPrices> {

    /** More than this for a book is a slip of the pen. */
    private static final int HIGHEST = 1_000;

    private static final Pattern BOOK = Pattern.compile("textbooks\\.books\\[([^]]+)]\\.(\\w+)");

    @Override
    public String key() {
        return BookPrices.SECTION;
    }

    @Override
    public String title() {
        return "教材征订";
    }

    @Override
    public Class<BookPrices> type() {
        return BookPrices.class;
    }

    @Override
    public BookPrices parse(Node node, Problems problems) {
        if (!node.present()) {
            return BookPrices.none();
        }
        node.only(problems, "sample", "remitting", "books").entries(problems);
        boolean sample = node.at("sample").optionalText().orElse("").equals("true");
        var books = new LinkedHashMap<BookCode, PricedBook>();
        if (node.at("books").present()) {
            node.at("books").items(problems).forEach(item -> book(item, books, problems));
        }
        return new BookPrices(sample, period(node.at("remitting"), problems), Collections.unmodifiableMap(books));
    }

    private static Period period(Node node, Problems problems) {
        node.only(problems, "from", "to").entries(problems);
        int before = problems.list().size();
        var period = new Period(node.at("from").instant(problems), node.at("to").instant(problems));
        if (problems.list().size() == before && !period.from().isBefore(period.to())) {
            problems.add(node.at("to"), "截止时间应晚于开始时间。");
        }
        return period;
    }

    private static void book(Node item, Map<BookCode, PricedBook> books, Problems problems) {
        item.only(problems, "code", "number", "title", "yuan");
        var code = item.at("code").text(problems);
        var book = new PricedBook(
                item.at("title").text(problems),
                item.at("number").optionalText().orElse(""),
                Money.yuan(item.at("yuan").integer(1, HIGHEST, problems)));
        var found = BookCode.parse(code);
        if (found.isEmpty()) {
            problems.add(item.at("code"), "教材代码应为“工种代码-等级”，如 S0201-3，现为“" + code + "”。");
        } else if (books.put(found.get(), book) != null) {
            problems.add(item.at("code"), "教材“" + code + "”出现了两次，请核对。");
        }
    }

    @Override
    public String label(Node whole, String path) {
        if (path.equals("textbooks.sample")) {
            return "教材价目是否为样例";
        }
        if (path.startsWith("textbooks.remitting.")) {
            return "教材征订和缴款 · " + (path.endsWith(".to") ? "截止" : "开始");
        }
        var book = BOOK.matcher(path);
        if (!book.matches()) {
            return path;
        }
        var title = whole.at(BookPrices.SECTION).at("books").at(book.group(1)).at("title");
        return "教材" + title.optionalText().orElse(book.group(1)) + " · "
                + switch (book.group(2)) {
                    case "number" -> "书号或编号";
                    case "title" -> "书名";
                    case "yuan" -> "价格（元）";
                    default -> "代码";
                };
    }
}
