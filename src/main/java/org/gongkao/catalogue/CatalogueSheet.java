package org.gongkao.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.shared.Level;
import org.gongkao.shared.Spreadsheet;

/** 工种目录表。The catalogue as a spreadsheet, in the columns in which it is read in again. Cells are text, never formulas. */
final class CatalogueSheet {

    static final String VERSION = "目录文号";
    static final String INDUSTRY = "行业";
    static final String CODE = "工种代码";
    static final String NAME = "工种名称";
    static final String LEVELS = "开考等级";
    static final String SUCCESSOR = "并入工种代码";

    static final List<String> HEADER = List.of(VERSION, INDUSTRY, CODE, NAME, LEVELS, SUCCESSOR);

    private static final int[] WIDTHS = {24, 20, 12, 24, 32, 16};

    private CatalogueSheet() {}

    static void write(OccupationCatalogue catalogue, OutputStream to) throws IOException {
        try (var book = Spreadsheet.to(to)) {
            var sheet = book.newWorksheet("工种目录");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.width(column, WIDTHS[column]);
            }
            Spreadsheet.head(sheet, 0, HEADER);
            int line = 0;
            for (var one : catalogue.occupations().values()) {
                line++;
                sheet.value(line, 0, catalogue.version());
                sheet.value(line, 1, one.industry());
                sheet.value(line, 2, one.code());
                sheet.value(line, 3, one.name());
                sheet.value(line, 4, levels(one));
                sheet.value(line, 5, one.successor().orElse(""));
            }
        }
    }

    /** 五级、四级. */
    static String levels(Occupation one) {
        return one.levels().stream()
                .sorted(Comparator.comparing(Level::number).reversed())
                .map(Level::label)
                .collect(Collectors.joining("、"));
    }
}
