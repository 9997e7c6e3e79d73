package org.gongkao.cycle;

import org.springframework.stereotype.Component;

/** Who runs the year and where to ask. */
@Component
class ContactSection implements PackageSection<Contact> {

    @Override
    public String key() {
        return "contact";
    }

    @Override
    public String title() {
        return "咨询方式";
    }

    @Override
    public Class<Contact> type() {
        return Contact.class;
    }

    @Override
    public Contact parse(Node node, Problems problems) {
        node.only(problems, "host", "office", "address", "hotline").entries(problems);
        return new Contact(
                node.at("host").text(problems),
                node.at("office").text(problems),
                node.at("address").text(problems),
                node.at("hotline").text(problems));
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "contact.host" -> "主办单位";
            case "contact.office" -> "经办科室";
            case "contact.address" -> "地址";
            case "contact.hotline" -> "咨询电话";
            default -> path;
        };
    }
}
