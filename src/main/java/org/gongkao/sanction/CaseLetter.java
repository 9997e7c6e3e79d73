package org.gongkao.sanction;

import java.util.List;

/** 处理文书内容。One letter: its title and number, to whom, the paragraphs, and who signs it when. */
record CaseLetter(
        String title,
        String document,
        String addressee,
        List<String> paragraphs,
        String agency,
        String date,
        String foot) {}
