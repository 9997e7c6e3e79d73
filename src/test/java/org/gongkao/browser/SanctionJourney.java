package org.gongkao.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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
        press(county, "立案");
        look(county, "sanction-opening-faults");
        county.getByLabel("当事人姓名").fill("陈立民");
        county.getByLabel("当事人公民身份号码").fill(persons.reveal(person(), "测试立案", cast.actor(Cast.COUNTY)));
        county.getByLabel("不真实的信息、材料").fill("2016年三级证书扫描件");
        county.getByLabel("提交日期").fill("2023-03-12");
        county.getByLabel("认定的事实").fill("证书编号在发证机构查无此证。3月14日向发证机构发函核实，3月15日复函未发过此证。");
        press(county, "立案");
        look(county, "sanction-found");
        press(county, "书面告知");
        look(county, "sanction-hearing-office");

        var worker = signedIn(Cast.WORKER, Chromium.PHONE);
        worker.navigate("/hearing");
        look(worker, "sanction-hearing");
        worker.getByLabel("您的陈述申辩").fill("证书由原单位统一代办，原件在人事档案中，可以向原单位核实。");
        press(worker, "提交陈述申辩");

        clock.set("2023-03-23T09:00:00");
        county.reload();
        county.getByLabel("理由").fill("当事人的陈述已复核：原单位书面答复没有代办过此证。");
        county.getByLabel("决定书文号").fill("洛人社工考〔2023〕5号");
        look(county, "sanction-to-propose");
        press(county, "拟处理决定");
        var city = signedIn(Cast.CITY, Chromium.DESK);
        city.navigate("/sanctions");
        look(city, "sanction-list");
        city.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("陈立民"))
                .first()
                .click();
        look(city, "sanction-to-decide");
        press(city, "作出处理决定");
        look(city, "sanction-imposed");
        worker.navigate("/hearing");
        look(worker, "sanction-decision");
        worker.navigate("/messages");
        look(worker, "sanction-messages");
    }

    private long person() {
        return cast.actor(Cast.WORKER).person();
    }

    private static void press(Page page, String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .last()
                .click();
    }

    private void look(Page page, String name) {
        var size = page.viewportSize();
        for (int width : List.of(Chromium.DESK, Chromium.TABLET, Chromium.PHONE)) {
            page.setViewportSize(width, width < Chromium.TABLET ? 760 : 900);
            Chromium.picture(page, name);
            if (width != Chromium.TABLET) {
                chromium.assertInOrder(page);
            }
        }
        page.setViewportSize(size.width, size.height);
    }
}
