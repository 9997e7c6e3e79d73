package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.job.JobRegister;
import org.gongkao.job.SheetReader;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 导入单位。Reads the spreadsheet and starts the job that adds its lines; the spreadsheet itself is kept with the job. */
@Service
class ImportingUnits {

    private final Files files;
    private final JobRegister register;

    ImportingUnits(Files files, JobRegister register) {
        this.files = files;
        this.register = register;
    }

    @Transactional
    long start(FileId file, Actor by, Instant at) {
        var sheet = SheetReader.read(files.content(file), UnitSheet.HEADER);
        long job = register.start(
                UnitImport.NAME, "导入单位：" + files.card(file).name(), sheet.header(), sheet.rows(), by, at);
        files.claim(file, "job:" + job, by);
        return job;
    }
}
