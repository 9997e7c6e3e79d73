package org.gongkao.application;

import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Serving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** 查看材料。Shows a material to its worker and to the offices on the file's way; to anybody else it is not there. */
@Controller
@Allowed({
    Role.WORKER,
    Role.UNIT_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.COUNTY_REVIEWER,
    Role.CITY_REVIEWER,
    Role.PROVINCE_REVIEWER
})
@RequestMapping("/applications/{number}/materials/{id}")
class MaterialViewController {

    private final Applications applications;
    private final Materials materials;
    private final Serving serving;
    private final Audit audit;

    MaterialViewController(Applications applications, Materials materials, Serving serving, Audit audit) {
        this.applications = applications;
        this.materials = materials;
        this.serving = serving;
        this.audit = audit;
    }

    /** A page around the material, so that the way back is always there. */
    @GetMapping
    ModelAndView page(@PathVariable String number, @PathVariable long id, Actor actor) {
        var material = find(number, id, actor);
        return Pages.page(
                "application/material",
                MaterialPage.of(number, material, serving.pages(material.file()), back(number, actor)));
    }

    @GetMapping("/preview")
    ResponseEntity<Resource> preview(@PathVariable String number, @PathVariable long id, Actor actor) {
        return serving.preview(file(number, id, actor));
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<Resource> page(
            @PathVariable String number, @PathVariable long id, @PathVariable int page, Actor actor) {
        return serving.page(file(number, id, actor), page);
    }

    /** The original as it was sent; an office's download leaves a line. */
    @GetMapping("/original")
    ResponseEntity<Resource> original(@PathVariable String number, @PathVariable long id, Actor actor) {
        var material = find(number, id, actor);
        if (!actor.is(Role.WORKER)) {
            audit.seen(actor, "下载材料", "application:" + number, material.label());
        }
        return serving.download(material.file());
    }

    private String back(String number, Actor actor) {
        if (actor.is(Role.WORKER)) {
            return "/application/materials";
        }
        return (actor.is(Role.UNIT_CLERK) ? applications.assisted(number, actor) : Optional.<Application>empty())
                .map(file -> "/assistance/" + file.personId() + "/materials")
                .orElse("/reviews/" + number);
    }

    private FileId file(String number, long id, Actor actor) {
        return find(number, id, actor).file();
    }

    private Material find(String number, long id, Actor actor) {
        return materials.find(application(number, actor), id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** A clerk sees what they fill in for its worker before any office does. */
    private Application application(String number, Actor actor) {
        return actor.is(Role.UNIT_CLERK)
                ? applications.assisted(number, actor).orElseGet(() -> applications.get(number, actor))
                : applications.get(number, actor);
    }
}
