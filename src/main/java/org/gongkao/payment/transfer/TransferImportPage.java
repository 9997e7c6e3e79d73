package org.gongkao.payment.transfer;

import java.util.List;
import org.gongkao.file.FileRule;
import org.gongkao.shared.Fault;

/** 流水导入页。Which days, which file, and all that is wrong with it. */
record TransferImportPage(
        String first,
        String last,
        List<String> heads,
        String accept,
        String limit,
        List<BankProblem> problems,
        int more,
        List<Fault> faults) {

    private static final int SHOWN = 500;

    static TransferImportPage empty(String first, String last, List<Fault> faults) {
        return of(first, last, List.of(), faults);
    }

    static TransferImportPage broken(String first, String last, List<BankProblem> problems) {
        var fault = new Fault("file", String.format(TransferRefusal.BROKEN_LINES.sentence(), problems.size()));
        return of(first, last, problems, List.of(fault));
    }

    private static TransferImportPage of(String first, String last, List<BankProblem> problems, List<Fault> faults) {
        boolean many = problems.size() > SHOWN;
        return new TransferImportPage(
                first,
                last,
                BankTable.HEADS,
                ".csv,.xlsx",
                FileRule.TABLE.words(),
                many ? problems.subList(0, SHOWN) : problems,
                many ? problems.size() - SHOWN : 0,
                faults);
    }
}
