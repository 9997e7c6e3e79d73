package org.gongkao.application;

import java.util.List;
import java.util.stream.IntStream;

/** 材料查看页。One material, every page of it as a picture. */
record MaterialPage(
        String label, String name, String words, boolean removed, List<String> pages, String original, String back) {

    static MaterialPage of(String number, Material material, int pages, String back) {
        var path = "/applications/" + number + "/materials/" + material.id();
        return new MaterialPage(
                material.label(),
                material.name(),
                material.words(),
                material.removedAt() != null,
                IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> path + "/pages/" + page)
                        .toList(),
                path + "/original",
                back);
    }
}
