package org.gongkao.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkao.Cast;
import org.gongkao.person.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A false certificate from the finding to the person's own page, by two officers and the worker. */
class SanctionJourney extends BrowserTest {

    @Autowired
    private Persons persons;

    @Test
    void a_false_certificate_is_found_answered_and_decided() {
        var county = signedIn(Cast.COUNTY, Chromium.DESK);
        county.navigate("/sanctions/new");
        pressLast(county, "立案");
        lookAtEveryWidth(county, "sanction-opening-faults");
        county.getByLabel("当事人姓名").fill("陈立民");
        county.getByLabel("当事人公民身份号码").fill(persons.reveal(person(), "测试立案", cast.actor(Cast.COUNTY)));
        county.getByLabel("不真实的信息、材料").fill("2016年三级证书扫描件");
        county.getByLabel("提交日期").fill("2023-03-12");
        county.getByLabel("认定的事实").fill("证书编号在发证机构查无此证。3月14日向发证机构发函核实，3月15日复函未发过此证。");
        pressLast(county, "立案");
        lookAtEveryWidth(county, "sanction-found");
        pressLast(county, "书面告知");
        lookAtEveryWidth(county, "sanction-hearing-office");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/hearing");
        lookAtEveryWidth(worker, "sanction-hearing");
        worker.getByLabel("您的陈述申辩").fill("证书由原单位统一代办，原件在人事档案中，可以向原单位核实。");
        pressLast(worker, "提交陈述申辩");

        clock.set("2023-03-23T09:00:00");
        county.reload();
        county.getByLabel("理由").fill("当事人的陈述已复核：原单位书面答复没有代办过此证。");
        county.getByLabel("决定书文号").fill("洛人社工考〔2023〕5号");
        lookAtEveryWidth(county, "sanction-to-propose");
        pressLast(county, "拟处理决定");
        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate("/sanctions");
        lookAtEveryWidth(city, "sanction-list");
        city.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("陈立民"))
                .first()
                .click();
        lookAtEveryWidth(city, "sanction-to-decide");
        pressLast(city, "作出处理决定");
        lookAtEveryWidth(city, "sanction-imposed");
        worker.navigate("/hearing");
        lookAtEveryWidth(worker, "sanction-decision");
        worker.navigate("/messages");
        lookAtEveryWidth(worker, "sanction-messages");

        city.getByLabel("理由").fill("行政复议决定撤销原处理决定。");
        city.getByLabel("决定书文号").fill("豫政复决〔2023〕9号");
        pressLast(city, "拟撤销");
        county.reload();
        lookAtEveryWidth(county, "sanction-to-revoke");
        pressLast(county, "决定撤销");
        lookAtEveryWidth(county, "sanction-revoked");
        worker.navigate("/hearing");
        lookAtEveryWidth(worker, "sanction-given-back");
    }

    private long person() {
        return cast.actor(Cast.WORKER).person();
    }
}
