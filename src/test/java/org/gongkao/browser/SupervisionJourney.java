package org.gongkao.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.gongkao.Cast;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.GivenDecisions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The city in the morning: what to ask about, a county that decided by night, a sample of it, and a file sent back. */
class SupervisionJourney extends BrowserTest {

    @Autowired
    private GivenFile files;

    @Test
    void the_city_asks_draws_and_sends_a_file_back() {
        clock.set("2023-03-29T08:30:00");
        review();
        var number = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), at("2023-03-27T09:00:00"));
        files.approve(number, cast.actor(Cast.COUNTY), at("2023-03-28T23:10:00"));

        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate("/supervision");
        lookAtEveryWidth(city, "supervision");
        city.locator(".gk-today").getByRole(AriaRole.LINK).nth(1).click();
        lookAtEveryWidth(city, "supervision-place");

        city.navigate("/spot-checks/new?agency=410305");
        city.getByLabel("从哪一天").fill("2023-03-28");
        city.getByLabel("抽查几份").fill("8");
        pressLast(city, "冻结名单并登记");
        lookAtEveryWidth(city, "spot-check-faults");
        city.getByLabel("为什么抽查").fill("3月28日夜间集中通过");
        pressLast(city, "冻结名单并登记");
        lookAtEveryWidth(city, "spot-check-committed");
        city.getByLabel("现场确定的数字或文字").fill("6 3 1 5");
        pressLast(city, "抽取");
        for (var choice : city.locator("select").all()) {
            choice.selectOption("yes");
        }
        pressLast(city, "保存核查结果");
        lookAtEveryWidth(city, "spot-check-sample");
        city.getByLabel("抽查结论").fill("8 份均无问题。");
        pressLast(city, "结束抽查");
        lookAtEveryWidth(city, "spot-check-ended");
        city.navigate("/spot-checks");
        lookAtEveryWidth(city, "spot-checks");

        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/spot-checks");
        county.locator("tbody a").first().click();
        county.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("复核抽取"))
                .click();
        lookAtEveryWidth(county, "spot-check-repeat");

        city.navigate("/reviews/" + number);
        city.getByLabel("理由或说明").fill("证书编号与发证记录不符");
        city.getByLabel("依据的文件条款").fill("考务通知 四（三）");
        lookAtEveryWidth(city, "reexamine");
        city.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("要求重新审核"))
                .click();
        county.navigate("/reviews/" + number);
        lookAtEveryWidth(county, "reexamined");
    }

    /** Four counties, one of them late, one of them quick and at night. */
    private void review() {
        var given = new GivenDecisions(jdbc);
        given.waiting("410325", 14, at("2023-03-17T09:00:00"));
        given.waiting("410325", 36, at("2023-03-23T09:00:00"));
        given.waiting("410325", 47, at("2023-03-24T09:00:00"));
        given.waiting("410325", 52, at("2023-03-28T09:00:00"));
        given.waiting("410305", 19, at("2023-03-27T09:00:00"));
        given.waiting("410311", 88, at("2023-03-28T09:00:00"));
        given.waiting("410311", 31, at("2023-03-23T09:00:00"));
        given.waiting("410327", 121, at("2023-03-24T09:00:00"));
        given.decided("410305", 501, "王海", "APPROVE", 46, at("2023-03-28T22:04:00"), Duration.ofSeconds(9));
        given.decided("410305", 501, "王海", "RETURN", 2, at("2023-03-21T09:00:00"), Duration.ofMinutes(12));
        given.decided("410311", 502, "孙敏", "APPROVE", 71, at("2023-03-21T09:00:00"), Duration.ofMinutes(4));
        given.decided("410311", 502, "孙敏", "RETURN", 33, at("2023-03-22T09:00:00"), Duration.ofMinutes(4));
        given.decided("410311", 502, "孙敏", "REJECT", 6, at("2023-03-23T09:00:00"), Duration.ofMinutes(4));
        given.decided("410327", 503, "赵强", "APPROVE", 40, at("2023-03-22T09:00:00"), Duration.ofMinutes(7));
        given.decided("410327", 503, "赵强", "RETURN", 12, at("2023-03-23T09:00:00"), Duration.ofMinutes(7));
        given.decided("410325", 504, "周颖", "APPROVE", 11, at("2023-03-24T09:00:00"), Duration.ofMinutes(20));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }
}
