package org.gongkao.worker;

import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 我的档案记录。What the platform has on record of a worker, to be read by themself. */
@Controller
@Allowed(Role.WORKER)
class OwnRecordController {

    private static final String HERE = "/my-record";

    private final ServiceRecords records;
    private final WorkerRows workers;
    private final Organisation organisation;

    OwnRecordController(ServiceRecords records, WorkerRows workers, Organisation organisation) {
        this.records = records;
        this.workers = workers;
        this.organisation = organisation;
    }

    @Bean
    static Room ownRecordRoom() {
        return Room.of("我的档案记录", HERE, 45, Role.WORKER);
    }

    @GetMapping(HERE)
    ModelAndView show(Actor worker) {
        var unit = workers.find(worker.person())
                .map(one -> organisation.unit(one.unitCode()).name())
                .orElse("所在单位");
        return Pages.page("worker/ownRecord", new OwnRecordPage(RecordView.of(worker.person(), records), unit));
    }
}
