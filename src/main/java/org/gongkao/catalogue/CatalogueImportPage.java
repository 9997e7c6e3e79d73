package org.gongkao.catalogue;

import java.util.List;
import org.gongkao.shared.Fault;

/** 工种目录导入页。The form, with what is wrong with the sheet that was sent, or with the result of each of its lines. */
record CatalogueImportPage(
        String title,
        String path,
        String draft,
        int seen,
        List<String> columns,
        String accept,
        String limit,
        boolean sample,
        List<CatalogueLines.Wrong> wrong,
        List<ImportingCatalogue.Result> results,
        List<Fault> faults) {}
