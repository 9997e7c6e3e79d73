package org.gongkao.person;

import java.util.List;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 更换密钥。Seals one row anew; a row that is under the new key already is passed over, so the job can run again. */
@Component
class KeyRotation implements Task {

    static final String NAME = "key-rotation";

    private final List<SealedColumn> columns;

    KeyRotation(List<SealedColumn> columns) {
        this.columns = columns;
    }

    @Bean
    static SealedColumn formerPhones(JdbcClient jdbc, Seal seal) {
        return new PlainColumn(jdbc, seal, "person.former_phone", "phone_sealed", PersonRows.FORMER_PHONE, "曾用手机号");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "更换密钥";
    }

    @Override
    public Outcome run(JobRow row, Actor by, java.time.Instant at) {
        for (var column : columns) {
            if (column.name().equals(row.cell(0))) {
                column.reseal(Long.parseLong(row.cell(1)));
                return Outcome.done(column.label(), "已改用新密钥。", "");
            }
        }
        return Outcome.failed(row.cell(0), "现在的程序没有这一列，请联系维护人员。");
    }
}
