package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.gongkao.worker.Workers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People of the county's unit beside the cast, each with a file that passed its review and is to be paid. */
@Component
@Profile("test")
public class GivenColleagues {

    /** 同事。One of them, as who acts and with the file's number. */
    public record Colleague(Actor actor, String name, String file) {}

    private static final List<String> NAMES = List.of("马建国", "李秀兰", "王志强", "刘玉梅", "张海军", "杨丽华", "赵国庆", "孙桂芝");

    private final Persons persons;
    private final Workers workers;
    private final GivenFile files;

    GivenColleagues(Persons persons, Workers workers, GivenFile files) {
        this.persons = persons;
        this.workers = workers;
        this.files = files;
    }

    public List<Colleague> owing(int many, Actor officer, Instant now) {
        var all = new ArrayList<Colleague>();
        for (int i = 0; i < many; i++) {
            var name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : "" + i);
            var number = NationalId.complete(String.format("41030519760312%03d", 101 + i));
            long person = persons.add(name, number, Phone.of(String.format("139%08d", 11 + i)), Actor.SYSTEM);
            workers.enrolConfirmed(person, CastSeeds.COUNTY_UNIT, Actor.SYSTEM, now);
            var actor = new Actor(7_000 + i, name, Role.WORKER, null, person);
            var file = files.inReview(actor, CastSeeds.COUNTY_UNIT, officer, now);
            files.approve(file, officer, now);
            all.add(new Colleague(actor, name, file));
        }
        return all;
    }
}
