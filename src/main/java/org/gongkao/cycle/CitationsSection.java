package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The documents cited: each with its 文号 and title. */
@Component
class CitationsSection implements PackageSection<Citations> {

    @Override
    public String key() {
        return "documents";
    }

    @Override
    public String title() {
        return "文件依据";
    }

    @Override
    public Class<Citations> type() {
        return Citations.class;
    }

    @Override
    public Citations parse(Node node, Problems problems) {
        var list = new ArrayList<Citation>();
        for (var item : node.items(problems)) {
            item.only(problems, "number", "title");
            list.add(new Citation(
                    item.at("number").optionalText().orElse(""),
                    item.at("title").text(problems)));
        }
        return new Citations(List.copyOf(list));
    }

    @Override
    public String label(Node whole, String path) {
        return path.replaceFirst("^documents\\[(\\d+)]", "第 $1 份文件")
                .replaceFirst("^documents\\[(.+)](?=\\.\\w+$)", "$1")
                .replaceFirst("\\.number$", " · 文号")
                .replaceFirst("\\.title$", " · 文件标题");
    }
}
